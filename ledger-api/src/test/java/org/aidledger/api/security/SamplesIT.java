package org.aidledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.aidledger.access.Role;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.aidledger.api.security.People.Person;
import org.junit.jupiter.api.Test;

/** Samples from the population to the conclusion, and who sees them. */
class SamplesIT {

    private static final Person AUDITOR = People.of(Role.AUDITOR, "*");

    /** 12 payments of 1.00, 2.00 and so on, the last one reversed. */
    private static TestFund fund() {
        TestFund fund = TestFund.open();
        fund.receive("2024-01-03", "900.00");
        fund.money("allocate", "2024-01-03", "P-1", "400.00");
        for (int i = 1; i <= 12; i++) {
            pay(fund, i);
        }
        Answer reversed =
                fund.tryPost(
                        "reverse",
                        "2024-01-31",
                        ",\"reverses\":\"pay-12\",\"reason\":\"twice\","
                                + "\"approvedBy\":[\"李强\"]");
        assertThat(reversed.status()).as(reversed.body()).isEqualTo(201);
        return fund;
    }

    private static void pay(TestFund fund, int i) {
        Answer paid =
                Api.post(
                        fund.path("/pay-direct"),
                        """
                        {"postingId":"pay-%d","effective":"2024-01-%02d","actor":"王芳",
                         "project":"P-1","amount":"%d.00","currency":"CNY","payee":"甲",
                         "approvedBy":["李强"]}\
                        """
                                .formatted(i, i + 3, i));
        assertThat(paid.status()).as(paid.body()).isEqualTo(201);
    }

    private static Answer draw(TestFund fund, String sample, String more) {
        return draw(fund, sample, more, AUDITOR);
    }

    private static Answer draw(TestFund fund, String sample, String more, Person who) {
        return Api.post(
                "/api/v1/samples",
                """
                {"sample":"%s","postingId":"draw-%s","effective":"2024-07-01","fund":"%s",
                 "population":"PAYMENTS"%s}\
                """
                        .formatted(sample, sample, fund.id(), more),
                who.signIn());
    }

    private static Answer say(String sample, String command, String id, String more) {
        return Api.post(
                "/api/v1/samples/%s/%s".formatted(sample, command),
                "{\"postingId\":\"%s\",\"effective\":\"2024-07-02\"%s}".formatted(id, more),
                AUDITOR.signIn());
    }

    @Test
    void aSampleIsDrawnMarkedAndClosed() throws Exception {
        TestFund fund = fund();
        Answer population =
                Api.get(
                        fund.path("/population?kind=PAYMENTS&asOf=2024-06-30&limit=100"),
                        AUDITOR.signIn());
        assertThat(population.at("/count")).isEqualTo("12");
        assertThat(population.at("/total")).isEqualTo("78.00");
        StringBuilder lines = new StringBuilder();
        population
                .json()
                .at("/items")
                .forEach(m ->
                        lines.append(
                                "%s %s %s\n"
                                        .formatted(
                                                m.at("/position").asLong(),
                                                m.at("/posting").asString(),
                                                m.at("/amount").asString())));
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(lines.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(population.at("/digest")).isEqualTo(HexFormat.of().formatHex(digest));

        String id = Api.unique("S");
        Answer drawn = draw(fund, id, ",\"asOf\":\"2024-06-30\",\"design\":\"random:4\"");
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(201);
        assertThat(drawn.at("/digest")).isEqualTo(population.at("/digest"));
        assertThat(drawn.at("/seed")).as("made by the ledger").matches("[0-9a-f]{32}");
        Answer again = draw(fund, id, ",\"asOf\":\"2024-06-30\",\"design\":\"random:4\"");
        assertThat(again.status()).as("the same request: " + again.body()).isEqualTo(200);
        assertThat(again.at("/seed")).isEqualTo(drawn.at("/seed"));
        assertThat(draw(fund, id, ",\"asOf\":\"2024-06-30\",\"design\":\"random:5\"").at("/code"))
                .isEqualTo("POSTING_ID_REUSED");

        Answer shown = Api.get("/api/v1/samples/" + id, AUDITOR.signIn());
        List<Long> positions =
                shown.json()
                        .at("/items")
                        .valueStream()
                        .map(i -> i.at("/position").asLong())
                        .toList();
        assertThat(positions).hasSize(4);
        Answer early = say(id, "close-sample", "early", ",\"conclusion\":\"done\"");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.at("/code")).isEqualTo("ITEMS_LEFT");
        for (long position : positions.subList(0, 3)) {
            Answer ticked =
                    say(
                            id,
                            "tick-item",
                            "t-" + position,
                            ",\"position\":%d,\"mark\":\"AGREED\"".formatted(position));
            assertThat(ticked.status()).as(ticked.body()).isEqualTo(201);
        }
        Answer wrong =
                say(
                        id,
                        "tick-item",
                        "t-last",
                        ",\"position\":%d,\"mark\":\"EXCEPTION\",\"misstated\":\"0.50\","
                                        .formatted(positions.getLast())
                                + "\"currency\":\"CNY\",\"remark\":\"no invoice\","
                                + "\"finding\":\"F-1\"");
        assertThat(wrong.status()).as(wrong.body()).isEqualTo(201);
        assertThat(
                        say(
                                        id,
                                        "note-item",
                                        "n",
                                        ",\"position\":%d,\"remark\":\"asked\""
                                                .formatted(positions.getLast()))
                                .status())
                .isEqualTo(201);
        assertThat(say(id, "close-sample", "close", ",\"conclusion\":\"one of four\"").status())
                .isEqualTo(201);
        Answer closed = Api.get("/api/v1/samples/" + id, AUDITOR.signIn());
        assertThat(closed.at("/exceptions")).isEqualTo("1");
        assertThat(closed.at("/examined")).isEqualTo("4");
        assertThat(closed.at("/misstated")).isEqualTo("0.50");
        assertThat(closed.at("/projected")).as("0.50 x 12 / 4").isEqualTo("1.50");
        assertThat(closed.at("/items/3/misstated")).isEqualTo("0.50 CNY");
        assertThat(closed.at("/items/3/finding")).isEqualTo("F-1");
        assertThat(closed.at("/items/3/notes/0/remark")).isEqualTo("asked");
        assertThat(Api.get("/api/v1/samples/" + id + "?format=csv", AUDITOR.signIn()).body())
                .contains("no invoice");
    }

    /** What is posted later, even dated before, changes nothing about what was drawn. */
    @Test
    void aSampleIsDrawnAgainWhateverWasPostedSince() {
        TestFund fund = fund();
        String id = Api.unique("S");
        Answer drawn =
                draw(fund, id, ",\"design\":\"monetary-unit:10.00 CNY\",\"seed\":\"2024-审计-17\"");
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(201);
        pay(fund, 13);
        assertThat(Api.get(fund.path("/population?kind=PAYMENTS"), AUDITOR.signIn()).at("/count"))
                .isEqualTo("13");
        Answer redrawn = Api.get("/api/v1/samples/" + id + "/redraw", AUDITOR.signIn());
        assertThat(redrawn.at("/samePopulation")).as(redrawn.body()).isEqualTo("true");
        assertThat(redrawn.at("/sameItems")).isEqualTo("true");
        assertThat(redrawn.at("/count")).isEqualTo("12");
        Answer hits = draw(fund, Api.unique("S"), ",\"design\":\"monetary-unit:7\"");
        assertThat(hits.at("/design")).isEqualTo("monetary-unit:13.00 CNY");
    }

    @Test
    void aDesignThatDoesNotFitIsRefusedWithWhatWould() {
        TestFund fund = fund();
        for (String design :
                List.of(
                        "random:13",
                        "random:0",
                        "monetary-unit:0.00 CNY",
                        "monetary-unit:1000000.00 CNY",
                        "monetary-unit:5.00 EUR",
                        "all")) {
            Answer refused = draw(fund, Api.unique("S"), ",\"design\":\"%s\"".formatted(design));
            assertThat(refused.status()).as(design + refused.body()).isEqualTo(400);
            assertThat(refused.at("/errors/0/field")).isEqualTo("design");
        }
        assertThat(
                        draw(
                                        fund,
                                        Api.unique("S"),
                                        ",\"design\":\"random:1\",\"asOf\":\"2023-01-01\"")
                                .status())
                .as("the fund was not open then")
                .isEqualTo(404);
    }

    /** Whoever's postings are looked at does not learn which ones. */
    @Test
    void onlyAuditorsOfTheFundSeeSamples() {
        TestFund fund = fund();
        String id = Api.unique("S");
        assertThat(draw(fund, id, ",\"design\":\"random:2\"").status()).isEqualTo(201);
        Person finance = People.of(Role.FINANCE_OFFICER, "*");
        Person elsewhere = People.of(Role.AUDITOR, "fund:other-*");
        assertThat(Api.get("/api/v1/samples/" + id, finance.signIn()).at("/code"))
                .isEqualTo("RIGHT_MISSING");
        assertThat(Api.get("/api/v1/events?limit=100000", finance.signIn()).body())
                .contains("fund.funds-paid-directly")
                .doesNotContain("sample.drawn");
        assertThat(Api.get("/api/v1/samples/" + id, elsewhere.signIn()).at("/code"))
                .isEqualTo("OUTSIDE_SCOPE");
        assertThat(Api.get("/api/v1/samples", elsewhere.signIn()).body()).doesNotContain(id);
        assertThat(Api.get("/api/v1/samples", AUDITOR.signIn()).body()).contains(id);
        assertThat(draw(fund, Api.unique("S"), ",\"design\":\"random:2\"", elsewhere).at("/code"))
                .isEqualTo("OUTSIDE_SCOPE");
        assertThat(Api.get(fund.path("/trail?limit=1000"), AUDITOR.signIn()).body())
                .doesNotContain("sample.drawn");
    }

    /** What the log hashed is given out byte for byte, to whoever may see the event. */
    @Test
    void anEventIsGivenAsItWasHashed() throws Exception {
        TestFund fund = TestFund.open();
        long position = fund.get("/trail").json().at("/items/0/position").asLong();
        Answer stored = Api.get("/api/v1/events/" + position, AUDITOR.signIn());
        assertThat(stored.at("/stream")).isEqualTo(fund.id());
        Api.post("/api/v1/log/checkpoint", "");
        String leaf = Api.get("/api/v1/log/proof/inclusion?position=" + position).at("/leaf");
        byte[] hash =
                MessageDigest.getInstance("SHA-256")
                        .digest(stored.at("/payload").getBytes(StandardCharsets.UTF_8));
        assertThat(leaf).contains("payload " + HexFormat.of().formatHex(hash));
        Person elsewhere = People.of(Role.AUDITOR, "fund:other-*");
        assertThat(Api.get("/api/v1/events/" + position, elsewhere.signIn()).at("/code"))
                .isEqualTo("OUTSIDE_SCOPE");
        assertThat(Api.get("/api/v1/events/999999999", elsewhere.signIn()).at("/code"))
                .isEqualTo("OUTSIDE_SCOPE");
        assertThat(Api.get("/api/v1/events/999999999", AUDITOR.signIn()).status()).isEqualTo(404);
    }
}
