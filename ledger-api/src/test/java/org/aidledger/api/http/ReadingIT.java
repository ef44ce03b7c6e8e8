package org.aidledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of answer, from postings to what is read. */
class ReadingIT {

    private static final JsonMapper JSON = new JsonMapper();

    private static TestFund fund = new TestFund("not-yet");
    private static Instant beforeBackdated = Instant.EPOCH;

    @BeforeAll
    static void aFundWithHistory() throws InterruptedException {
        fund = TestFund.open();
        fund.receive("2024-02-01", "800.00");
        fund.money("allocate", "2024-02-02", "P-1", "300.00");
        fund.money("allocate", "2024-02-02", "P-2", "200.00");
        fund.money("disburse", "2024-03-01", "P-1", "120.00");
        fund.tryPost("record-start", "2024-03-02", ",\"project\":\"P-1\"");
        fund.money("pay", "2024-03-15", "P-1", "100.00");
        Thread.sleep(5);
        beforeBackdated = Instant.now();
        Thread.sleep(5);
        fund.receive("2024-02-15", "50.00");
    }

    @Test
    void bothTimeAxesAreAnswered() {
        assertThat(fund.get("/report?asOf=2024-02-14").at("/totals/received")).isEqualTo("800.00");
        assertThat(fund.get("/report?asOf=2024-02-15").at("/totals/received")).isEqualTo("850.00");
        Answer then = fund.get("/report?asOf=2024-02-15&knownAt=" + beforeBackdated);
        assertThat(then.at("/totals/received")).isEqualTo("800.00");
        assertThat(then.at("/asOf")).isEqualTo("2024-02-15");
        assertThat(Instant.parse(then.at("/knownAt"))).isEqualTo(beforeBackdated);
    }

    @Test
    void aDateAsKnownAtMeansTheEndOfThatDay() {
        Answer answer = fund.get("/report?knownAt=2099-01-01");

        assertThat(answer.at("/knownAt")).isEqualTo("2099-01-01T23:59:59.999999Z");
    }

    @Test
    void theFundAndTheListOfFundsAgree() {
        Answer one = fund.get("");
        assertThat(one.at("/name")).isEqualTo("浙江援疆 2024");
        assertThat(one.at("/policy/IDLE_AFTER_DAYS")).isEqualTo("180");
        assertThat(one.at("/findings/raised")).isEqualTo("0");

        JsonNode listed =
                items("/api/v1/funds?limit=1000").stream()
                        .filter(f -> f.at("/fund").asString().equals(fund.id()))
                        .findFirst()
                        .orElseThrow();
        assertThat(listed.at("/totals")).isEqualTo(one.json().at("/totals"));
        assertThat(listed.at("/totals/remaining").asString()).isEqualTo("500.00");
    }

    @Test
    void theBudgetGroupsProjects() {
        Answer budget = fund.get("/budget");

        assertThat(budget.at("/totals/planned")).isEqualTo("1000.00");
        assertThat(budget.at("/byCategory/教育/planned")).isEqualTo("1000.00");
        assertThat(budget.at("/byPlace/温宿县/disbursed")).isEqualTo("120.00");
        assertThat(budget.at("/byFlag/livelihood/allocated")).isEqualTo("500.00");
        assertThat(budget.at("/byFlag/enterprise/projects")).isEqualTo("0");
        assertThat(budget.at("/projects/0/held")).isEqualTo("20.00");
    }

    @Test
    void csvHasARowForEachProjectAndSaysWhatItIs() {
        Answer csv = Api.get(fund.path("/report?asOf=2024-12-31"), "Accept", "text/csv");

        assertThat(csv.header("content-type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv.lines().getFirst()).startsWith("fund,asOf,knownAt,currency,id,name,");
        assertThat(csv.lines().get(1))
                .startsWith(fund.id() + ",2024-12-31,")
                .contains(",CNY,P-1,第二小学,教育,温宿县,LOCAL,NEW,TURNKEY,true,");
        assertThat(fund.get("/report?asOf=2024-12-31&format=csv").lines().getFirst())
                .isEqualTo(csv.lines().getFirst());
    }

    @Test
    void everyTableComesAsCsvWithEqualRows() {
        for (String path :
                List.of(
                        "/projects",
                        "/budget",
                        "/report",
                        "/indicators",
                        "/journal",
                        "/trail",
                        "/trial-balance",
                        "/changes?from=2024-01-31&to=2024-12-31",
                        "/why?figure=received",
                        "/findings",
                        "/breaches")) {
            Answer csv = Api.get(fund.path(path), "Accept", "text/csv");
            assertThat(csv.status()).as(path + csv.body()).isEqualTo(200);
            assertThat(csv.lines().getFirst()).startsWith("fund,asOf,knownAt,currency,");
            assertThat(csv.lines().getFirst().split(",")).doesNotHaveDuplicates();
        }
        for (String path : List.of("/api/v1/funds", "/api/v1/indicators", "/api/v1/findings")) {
            Answer csv = Api.get(path + "?format=csv");
            assertThat(csv.status()).as(path + csv.body()).isEqualTo(200);
            assertThat(csv.lines().getFirst()).startsWith("asOf,knownAt,");
            assertThat(csv.lines().getFirst().split(",")).doesNotHaveDuplicates();
        }
    }

    @Test
    void aTextThatLooksLikeAFormulaIsDefusedInCsv() {
        TestFund hostile = TestFund.open();
        hostile.tryPost(
                "freeze-project",
                "2024-06-01",
                ",\"project\":\"P-1\",\"reason\":\"x\",\"note\":\"=1+1\"");

        Answer csv = Api.get(hostile.path("/trail"), "Accept", "text/csv");

        assertThat(csv.body()).contains(",'=1+1,").doesNotContain(",=1+1,");
    }

    @Test
    void theJournalIsPagedToItsEnd() {
        List<String> whole = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            Answer page =
                    fund.get("/journal?limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.json().at("/items").forEach(i -> whole.add(i.toString()));
            cursor = page.at("/next");
            pages++;
        } while (!cursor.isEmpty());

        assertThat(pages).isGreaterThan(2);
        List<String> atOnce = new ArrayList<>();
        fund.get("/journal?limit=1000").json().at("/items").forEach(i -> atOnce.add(i.toString()));
        assertThat(whole).isEqualTo(atOnce).doesNotHaveDuplicates();
        assertThat(fund.get("/journal?format=csv").lines()).hasSize(whole.size() + 1);
        assertThat(fund.get("/journal?format=csv&limit=2").lines()).hasSize(3);
    }

    @Test
    void theJournalIsFiltered() {
        Answer pool = fund.get("/journal?account=CASH:POOL&movement=DISBURSE");

        assertThat(pool.json().at("/items").size()).isEqualTo(1);
        assertThat(pool.at("/items/0/amount")).isEqualTo("-120.00");
        assertThat(pool.at("/items/0/account")).isEqualTo("CASH:POOL");
    }

    @Test
    void theTrailSaysWhoAndOnWhat() {
        Answer trail = fund.get("/trail?type=fund.funds-disbursed");

        assertThat(trail.json().at("/items").size()).isEqualTo(1);
        assertThat(trail.at("/items/0/actor")).isEqualTo("王芳");
        assertThat(trail.at("/items/0/amount")).isEqualTo("120.00");
        assertThat(trail.at("/items/0/effective")).isEqualTo("2024-03-01");
        assertThat(trail.json().at("/items/0/detail").isObject()).isTrue();
    }

    @Test
    void indicatorsCarryWhatTheyAreMadeOf() {
        Answer indicators = fund.get("/indicators?asOf=2024-12-31");

        JsonNode rate = indicators.json().at("/indicators/0");
        assertThat(rate.at("/code").asString()).isEqualTo("RECEIVED_RATE");
        assertThat(rate.at("/value").asString()).isEqualTo("85.00");
        assertThat(rate.at("/numerator").asString()).isEqualTo("850.00");
        assertThat(rate.at("/denominator").asString()).isEqualTo("1000.00");
        assertThat(rate.at("/basis").asString()).isNotEmpty();
        assertThat(indicators.at("/asOf")).isEqualTo("2024-12-31");
        assertThat(indicators.body()).contains("\"n/a\"");
        assertThat(indicators.json().at("/alerts").isArray()).isTrue();
    }

    @Test
    void theLeagueTableRanksFunds() {
        Answer league = Api.get("/api/v1/indicators?by=RECEIVED_RATE&limit=1000");

        int last = 0;
        for (JsonNode line : league.json().at("/items")) {
            int rank = line.at("/rank").asInt(Integer.MAX_VALUE);
            assertThat(rank).isGreaterThanOrEqualTo(last);
            last = rank;
        }
        assertThat(league.body()).contains(fund.id());
    }

    @Test
    void changesExplainTheDifference() {
        Answer changes =
                fund.get(
                        "/changes?from=2024-02-15@"
                                + beforeBackdated
                                + "&to=2024-02-15@2099-01-01T00:00:00Z");

        assertThat(changes.at("/count")).isEqualTo("1");
        assertThat(changes.at("/before/received")).isEqualTo("800.00");
        assertThat(changes.at("/after/received")).isEqualTo("850.00");
        assertThat(changes.at("/items/0/direction")).isEqualTo("CAME");
        assertThat(changes.at("/items/0/effect/received")).isEqualTo("50.00");
        assertThat(changes.at("/items/0/type")).isEqualTo("fund.funds-received");
        assertThat(changes.at("/currency")).isEqualTo("CNY");
    }

    @Test
    void aFigureIsExplainedByItsEvents() {
        Answer why = fund.get("/why?figure=allocated&project=P-2");

        assertThat(why.at("/total")).isEqualTo("200.00");
        assertThat(why.at("/events")).isEqualTo("1");
        assertThat(why.at("/items/0/contribution")).isEqualTo("200.00");
        assertThat(why.at("/items/0/effective")).isEqualTo("2024-02-02");
    }

    @Test
    void replayEndsWithAComparison() {
        Answer replay = fund.get("/replay");

        List<String> lines = replay.lines();
        assertThat(replay.header("content-type")).startsWith("application/x-ndjson");
        JsonNode first = JSON.readTree(lines.getFirst());
        assertThat(first.at("/type").asString()).isEqualTo("fund.opened");
        assertThat(first.at("/event/authorised").asString()).isEqualTo("1000.00 CNY");
        assertThat(first.at("/after/authorised").asString()).isEqualTo("1000.00");
        JsonNode last = JSON.readTree(lines.getLast());
        assertThat(last.at("/comparison/same").booleanValue()).isTrue();
        assertThat(last.at("/comparison/replayed/received").asString()).isEqualTo("850.00");
        assertThat(last.at("/comparison/events").asInt()).isEqualTo(lines.size() - 1);
        assertThat(Api.get("/api/v1/funds/nowhere/replay").status()).isEqualTo(404);
    }

    @Test
    void rebuildReportsThatNothingDiffers() {
        Answer rebuild = Api.post("/api/v1/rebuild", "");

        assertThat(rebuild.status()).as(rebuild.body()).isEqualTo(200);
        JsonNode last = JSON.readTree(rebuild.lines().getLast());
        assertThat(last.at("/report/same").booleanValue()).as(rebuild.body()).isTrue();
        assertThat(fund.get("/report").at("/totals/received")).isEqualTo("850.00");
    }

    @Test
    void theLogIsGivenOutInOrderFromAPosition() {
        List<String> lines = Api.get("/api/v1/events").lines();
        List<Long> positions =
                lines.stream().map(l -> JSON.readTree(l).at("/position").asLong()).toList();

        assertThat(positions).isSorted().doesNotHaveDuplicates();
        List<String> rest = Api.get("/api/v1/events?limit=2&after=" + positions.get(4)).lines();
        assertThat(rest).isEqualTo(lines.subList(5, 7));
        assertThat(JSON.readTree(lines.getFirst()).at("/event/voucher/actor").asString())
                .isEqualTo("王芳");
    }

    @Test
    void newEventsAreSentToWhoListens() throws IOException {
        TestFund talking = TestFund.open();
        Answer posted = talking.receive("2024-02-01", "1.00");
        var connection =
                URI.create("http://127.0.0.1:" + Api.port() + "/api/v1/events")
                        .toURL()
                        .openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + Api.key());
        connection.setRequestProperty("Accept", "text/event-stream");
        connection.setRequestProperty("Last-Event-ID", posted.at("/position"));
        connection.setReadTimeout(20_000);
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                connection.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(reader.readLine()).isEqualTo("retry: 1000");
            Answer next = talking.receive("2024-02-02", "2.00");
            assertThat(reader.readLine()).isEmpty();
            assertThat(reader.readLine()).isEqualTo("id: " + next.at("/position"));
            assertThat(reader.readLine()).isEqualTo("event: fund.funds-received");
            assertThat(reader.readLine()).startsWith("data: {").contains("2.00 CNY");
        }
    }

    @Test
    void readsWaitForAPosition() {
        TestFund other = TestFund.open();
        Answer posted =
                Api.post(
                        other.path("/set-policy"),
                        """
                        {"postingId":"%s","effective":"2024-01-02","actor":"a",
                         "item":"GAP_ALERT_POINTS","value":"15"}\
                        """
                                .formatted(Api.unique("policy")),
                        "Prefer",
                        "wait=0");
        assertThat(posted.status()).isEqualTo(201);

        assertThat(fund.get("/report?atLeast=" + posted.at("/position")).status()).isEqualTo(200);
        Answer never = fund.get("/report?atLeast=999999999");
        assertThat(never.status()).isEqualTo(503);
        assertThat(never.at("/code")).isEqualTo("READ_SIDE_BEHIND");
        assertThat(never.header("retry-after")).isNotEmpty();
    }

    private static List<JsonNode> items(String path) {
        return Api.get(path).json().at("/items").valueStream().toList();
    }
}
