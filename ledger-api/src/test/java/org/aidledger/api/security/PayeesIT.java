package org.aidledger.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.aidledger.access.Role;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.aidledger.embedded.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names of payees: nowhere in clear, and gone when erased, while every figure and proof stays. */
class PayeesIT {

    private static final String EVERY_COLUMN =
            """
            select quote_ident(table_schema) || '.' || quote_ident(table_name) as name,
                   column_name, data_type
            from information_schema.columns join information_schema.tables
                using (table_schema, table_name)
            where table_schema not in ('pg_catalog', 'information_schema')
                and table_type = 'BASE TABLE'
            order by 1, 2
            """;

    private static final String KNOWN = "&knownAt=2090-01-01T00:00:00Z";

    private static final List<String> READS =
            List.of(
                    "/trail?asOf=2024-12-31",
                    "/journal?asOf=2024-12-31",
                    "/replay",
                    "/why?figure=paid&asOf=2024-12-31",
                    "/changes?from=2024-01-31&to=2024-12-31");

    private static TestFund fund() {
        TestFund fund = TestFund.open();
        fund.receive("2024-01-03", "500.00");
        fund.money("allocate", "2024-01-03", "P-1", "500.00");
        fund.money("disburse", "2024-01-04", "P-1", "300.00");
        fund.post("record-start", ",\"project\":\"P-1\"");
        fund.post(
                "record-contract",
                ",\"project\":\"P-1\",\"contract\":\"C-1\",\"supplier\":\"一建\","
                        + "\"amount\":\"500.00\",\"currency\":\"CNY\","
                        + "\"tender\":\"tender:T-1\"");
        return fund;
    }

    private static String payment(String id, String amount, String payee) {
        return """
        {"postingId":"%s","effective":"2024-02-01","actor":"王芳","project":"P-1",
         "amount":"%s","currency":"CNY","payee":"%s"}\
        """
                .formatted(id, amount, payee);
    }

    private static Answer pay(TestFund fund, String id, String amount, String payee) {
        return Api.post(fund.path("/pay"), payment(id, amount, payee));
    }

    private static String find(String name) {
        Answer found = Api.post("/api/v1/payees/find", "{\"name\":\"%s\"}".formatted(name));
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        return found.at("/payee");
    }

    private static Answer erase(String pseudonym, String id) {
        return Api.post(
                "/api/v1/payees/" + pseudonym + "/erase-payee",
                """
                {"postingId":"%s","effective":"2026-01-01","actor":"李强","reason":"本人要求"}\
                """
                        .formatted(id));
    }

    private static String erased(String name) {
        String pseudonym = find(name);
        Answer erased = erase(pseudonym, Api.unique("erase"));
        assertThat(erased.status()).as(erased.body()).isEqualTo(201);
        return pseudonym;
    }

    /** Every place in the database where a text stands, as text or among bytes. */
    private static List<String> found(String text) {
        JdbcClient jdbc = Api.database();
        return jdbc.sql(EVERY_COLUMN).query().listOfRows().stream()
                .filter(column -> holds(jdbc, column, text))
                .map(column -> column.get("name") + "." + column.get("column_name"))
                .toList();
    }

    private static boolean holds(JdbcClient jdbc, Map<String, Object> column, String text) {
        String name = "\"" + column.get("column_name") + "\"";
        boolean bytes = "bytea".equals(column.get("data_type"));
        String hex = HexFormat.of().formatHex(text.getBytes(UTF_8));
        String sql =
                "select exists (select from %s where position(:text in %s) > 0)"
                        .formatted(
                                column.get("name"),
                                bytes ? "encode(" + name + ", 'hex')" : name + "::text");
        return jdbc.sql(sql).param("text", bytes ? hex : text).query(Boolean.class).single();
    }

    private static void assertNotInBackup(String text) throws IOException {
        byte[] file;
        try (HttpClient http = HttpClient.newHttpClient()) {
            file =
                    http.send(
                                    HttpRequest.newBuilder(URI.create(Api.url() + "/api/v1/backup"))
                                            .header("Authorization", "Bearer " + Api.key())
                                            .build(),
                                    BodyHandlers.ofByteArray())
                            .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        String hex = HexFormat.of().formatHex(text.getBytes(UTF_8));
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                entries++;
                assertThat(HexFormat.of().formatHex(((InputStream) zip).readAllBytes()))
                        .doesNotContain(hex);
            }
        }
        assertThat(entries).isGreaterThan(4);
    }

    private static void assertVerified(String checkpoint) {
        Answer verified =
                Api.post(
                        "/api/v1/log/verify",
                        "{\"checkpoints\":[\"%s\"],\"key\":\"%s\"}"
                                .formatted(
                                        checkpoint.replace("\n", "\\n"), Api.LOG_KEY.verifier()));
        assertThat(verified.lines().getLast()).contains("\"sound\":true", "\"older\":1");
    }

    @Test
    void aNameStandsNowhereInClearAndIsGoneWhenErased() throws IOException {
        TestFund fund = fund();
        String name = "阿依古丽 6222" + Api.unique("account");
        assertThat(pay(fund, "pay-1", "100.00", name).status()).isEqualTo(201);
        assertThat(pay(fund, "pay-2", "50.00", name).status()).isEqualTo(201);
        assertThat(fund.get("/trail?asOf=2024-12-31").body()).contains(name);
        assertThat(fund.get("/journal?asOf=2024-12-31").body()).contains(name);
        assertThat(found(name)).isEmpty();
        assertThat(found("pay-2")).as("the search finds what is there").isNotEmpty();
        assertNotInBackup(name);
        String report = "/report?asOf=2024-12-31" + KNOWN;
        Answer before = fund.get(report);
        String checkpoint = Api.post("/api/v1/log/checkpoint", "").body();

        String pseudonym = erased(name);

        for (String read : READS) {
            assertThat(fund.get(read).status()).as(read).isEqualTo(200);
            assertThat(fund.get(read).body()).as(read).doesNotContain(name).contains(pseudonym);
        }
        String events = Api.get("/api/v1/events?after=-1").body();
        assertThat(events).doesNotContain(name).contains("payee.erased", "本人要求");
        assertThat(fund.get(report).body()).isEqualTo(before.body());
        assertThat(before.at("/totals/paid")).isEqualTo("150.00");
        assertThat(fund.get("/replay").lines().getLast()).contains("\"same\":true");
        assertVerified(checkpoint);
        Answer rebuilt = Api.send(Api.request("/api/v1/rebuild").POST(BodyPublishers.noBody()));
        assertThat(rebuilt.lines().getLast()).contains("\"same\":true");
        assertThat(Api.get("/api/v1/payees/erasures").body()).contains(pseudonym, "本人要求");
        assertThat(found(name)).isEmpty();
        assertNotInBackup(name);
        assertThat(Api.post("/api/v1/payees/find", "{\"name\":\"%s\"}".formatted(name)).status())
                .isEqualTo(404);
    }

    @Test
    void whoMayNotSeeNamesSeesPseudonyms() {
        TestFund fund = fund();
        String name = "库尔班 \\\"老\\\" " + Api.unique("account");
        pay(fund, "pay-1", "100.00", name);
        String pseudonym = find(name);
        for (Role role : Role.values()) {
            String[] signIn = People.of(role, "*").signIn();
            String trail = Api.get(fund.path("/trail?asOf=2024-12-31"), signIn).body();
            boolean may =
                    switch (role) {
                        case FINANCE_OFFICER, FINANCE_APPROVER, AUDITOR, REGULATOR -> true;
                        case PROGRAMME_OFFICER, ADMINISTRATOR -> false;
                    };
            assertThat(trail.contains(name)).as("%s sees names", role).isEqualTo(may);
            assertThat(trail.contains(pseudonym)).as("%s sees pseudonyms", role).isEqualTo(!may);
        }
    }

    @Test
    void exportsEventsAndBundlesShowPseudonymsToEverybody() {
        TestFund fund = fund();
        String name = "热娜 " + Api.unique("account");
        pay(fund, "pay-1", "100.00", name);
        String pseudonym = find(name);
        for (String path :
                List.of(
                        "/api/v1/events",
                        "/api/v1/exports/bundle?fund=%s&asOf=2024-12-31".formatted(fund.id()),
                        "/api/v1/exports/beancount?fund=%s&asOf=2024-12-31".formatted(fund.id()),
                        "/api/v1/exports/hledger?fund=%s&asOf=2024-12-31".formatted(fund.id()),
                        "/api/v1/exports/events?fund=%s&asOf=2024-12-31".formatted(fund.id()),
                        "/api/v1/exports/journal?fund=%s&asOf=2024-12-31".formatted(fund.id()))) {
            Answer answer = Api.get(path);
            assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain(name);
        }
        assertThat(Api.get("/api/v1/events").body()).contains(pseudonym);
    }

    @Test
    void theSamePaymentSentAgainAfterTheErasureIsTheSame() {
        TestFund fund = fund();
        String name = "吐尔逊 " + Api.unique("account");
        pay(fund, "pay-1", "100.00", name);
        pay(fund, "pay-2", "10.00", name);
        erased(name);
        Answer again = pay(fund, "pay-1", "100.00", name);
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(pay(fund, "pay-1", "100.01", name).at("/code")).isEqualTo("POSTING_ID_REUSED");
        // Paid anew, the name stands for somebody else; what was paid before is still known.
        assertThat(pay(fund, "pay-3", "1.00", name).status()).isEqualTo(201);
        assertThat(pay(fund, "pay-1", "100.00", name).status()).isEqualTo(200);
        for (String mode : List.of("atomic", "each")) {
            String lines =
                    "[%s,%s,%s]"
                            .formatted(
                                    line("pay-1", "100.00", name),
                                    line("pay-2", "10.00", name),
                                    line("new-" + mode, "1.00", name));
            Answer batch = Api.post(fund.path("/batches?mode=" + mode), lines);
            assertThat(batch.status()).as(batch.body()).isBetween(200, 201);
            assertThat(batch.body()).doesNotContain("POSTING_ID_REUSED");
        }
        assertThat(fund.get("/report?asOf=2024-12-31").at("/totals/paid")).isEqualTo("113.00");
    }

    private static String line(String id, String amount, String payee) {
        return payment(id, amount, payee).replaceFirst("\\{", "{\"command\":\"pay\",");
    }

    /** The report of an import does not wait until reads include it, as a posting's answer does. */
    private static String paidOnceRead(TestFund fund) {
        return Eventually.ask(
                () -> fund.get("/report?asOf=2024-12-31").at("/totals/paid"),
                paid -> !paid.equals("0.00"));
    }

    @Test
    void aFileIsImportedAgainBeforeAndAfterTheErasure() {
        TestFund fund = fund();
        String name = "古丽娜尔 " + Api.unique("account");
        String file =
                ("{\"fund\":\"%s\",".formatted(fund.id())
                                + line("pay-1", "100.00", name).substring(1))
                        .replace("\n", "");
        for (String when : List.of("first", "again", "erased")) {
            Answer report =
                    Api.send(
                            Api.request("/api/v1/imports/ndjson")
                                    .header("Content-Type", "application/x-ndjson")
                                    .POST(BodyPublishers.ofString(file)));
            assertThat(report.status()).as(report.body()).isEqualTo(200);
            assertThat(report.body()).as(when).doesNotContain("POSTING_ID_REUSED");
            assertThat(paidOnceRead(fund)).as(when + report.body()).isEqualTo("100.00");
            if (when.equals("again")) {
                erased(name);
            }
        }
    }

    @Test
    void whoIsPaidAgainAfterTheErasureIsSomebodyElse() {
        TestFund fund = fund();
        String name = "麦麦提 " + Api.unique("account");
        pay(fund, "pay-1", "100.00", name);
        String first = erased(name);
        pay(fund, "pay-2", "10.00", name);
        assertThat(fund.get("/trail?asOf=2024-12-31").body()).contains(name, first);
        assertThat(erased(name)).isNotEqualTo(first);
        assertThat(fund.get("/trail?asOf=2024-12-31").body()).doesNotContain(name);
    }

    @Test
    void whatIsAskedForBearsNoNameInClearEither() {
        TestFund fund = fund();
        String name = "帕提古丽 " + Api.unique("account");
        fund.post(
                "set-policy",
                ",\"item\":\"FOUR_EYES_FROM\",\"value\":\"1\",\"approvedBy\":[\"李强\"]");
        String body = payment("pd", "10.00", name);
        Answer asked = Api.post(fund.path("/pay-direct"), body, "Prefer", "request-approval");
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        String approval = "/api/v1/approvals/" + asked.at("/approval");
        assertThat(Api.get(approval).at("/command/payee")).isEqualTo(name);
        assertThat(found(name)).isEmpty();
        String pseudonym = erased(name);
        assertThat(Api.get(approval).at("/command/payee")).isEqualTo(pseudonym);
        Answer again = Api.post(fund.path("/pay-direct"), body, "Prefer", "request-approval");
        assertThat(again.at("/approval")).as(again.body()).isEqualTo(asked.at("/approval"));
        Answer approved =
                Api.post(
                        approval + "/approve",
                        "{\"postingId\":\"a\",\"effective\":\"2024-02-02\",\"actor\":\"李强\"}");
        assertThat(approved.at("/status")).as(approved.body()).isEqualTo("EXECUTED");
        assertThat(fund.get("/trail?asOf=2024-12-31").body())
                .contains(pseudonym)
                .doesNotContain(name);
    }

    @Test
    void onlyAPayeeThatIsThereIsErasedAndOnlyOnce() {
        String nobody = "payee-" + "0".repeat(40);
        assertThat(Api.post("/api/v1/payees/find", "{\"name\":\"nobody\"}").status())
                .isEqualTo(404);
        assertThat(erase(nobody, "e").at("/code")).isEqualTo("PAYEE_UNKNOWN");
        assertThat(erase(nobody, "e").status()).isEqualTo(404);
        TestFund fund = fund();
        String name = "艾力 " + Api.unique("account");
        pay(fund, "pay-1", "1.00", name);
        String payee = find(name);
        String id = Api.unique("erase");
        assertThat(erase(payee, id).status()).isEqualTo(201);
        assertThat(erase(payee, id).status()).isEqualTo(200);
        assertThat(erase(payee, Api.unique("erase")).at("/code")).isEqualTo("PAYEE_ERASED");
    }

    /** Nobody could ever say whom such an event meant. */
    @Test
    void aPseudonymThatNobodyWasGivenIsPaidNothing() {
        TestFund fund = fund();
        String nobody = "payee-" + "0".repeat(40);
        Answer refused = pay(fund, "p", "1.00", nobody);
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.at("/code")).isEqualTo("PSEUDONYM_UNKNOWN");
        assertThat(refused.at("/payee")).isEqualTo(nobody);
        Answer asked =
                Api.post(
                        fund.path("/pay-direct"),
                        payment("pd", "10.00", nobody),
                        "Prefer",
                        "request-approval");
        assertThat(asked.at("/code")).as(asked.body()).isEqualTo("PSEUDONYM_UNKNOWN");
        String lines =
                "[%s,%s]".formatted(line("p-1", "1.00", "帕尔哈提"), line("p-2", "1.00", nobody));
        Answer whole = Api.post(fund.path("/batches?mode=atomic"), lines);
        assertThat(whole.at("/code")).as(whole.body()).isEqualTo("BATCH_REFUSED");
        assertThat(whole.body()).contains("PSEUDONYM_UNKNOWN");
        Answer each = Api.post(fund.path("/batches?mode=each"), lines);
        assertThat(each.body()).contains("PSEUDONYM_UNKNOWN");
        assertThat(fund.get("/report?asOf=2024-12-31").at("/totals/paid")).isEqualTo("1.00");
        String known = find("帕尔哈提");
        Answer paid = pay(fund, "p", "2.00", known);
        assertThat(paid.status()).as(paid.body()).isEqualTo(201);
        assertThat(fund.get("/trail?asOf=2024-12-31").body()).doesNotContain(nobody);
    }

    @Test
    void noErrorRepeatsAName() {
        TestFund fund = fund();
        String name = "阿不都 " + Api.unique("account");
        for (String body :
                List.of(
                        payment("p", "1.00", name.repeat(100)),
                        payment("p", "nonsense", name),
                        payment("p", "999999.00", name),
                        payment("p", "1.00", name + "\\u0007"),
                        payment("p", "1.00", name).replace("P-1", "P-unknown"))) {
            Answer refused = Api.post(fund.path("/pay"), body);
            assertThat(refused.status()).as(refused.body()).isBetween(400, 499);
            assertThat(refused.body()).doesNotContain("阿不都");
        }
    }
}
