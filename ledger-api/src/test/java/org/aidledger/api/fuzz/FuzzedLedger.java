package org.aidledger.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.access.Role;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.embedded.Eventually;
import tools.jackson.databind.JsonNode;

/** A ledger of its own with something in it, so that inputs get past the first question. */
final class FuzzedLedger implements AutoCloseable {

    static final String FUND = "fuzz-1";

    private final Api.Other ledger;
    private final Map<String, List<String>> known = new TreeMap<>();
    private final List<String> signIns = new ArrayList<>();
    private int posted;

    FuzzedLedger() {
        ledger = Api.other("--ledger.http.read-your-writes=100ms");
        known.put("fund", List.of(FUND, FUND, FUND, "fuzz-2", "fuzz-2", "fuzz-2", "nowhere"));
        known.put("project", List.of("P-1", "P-1", "P-2", "P-9"));
        known.put("finding", List.of("F-1", "F-2", "F-9"));
        known.put("format", List.of("csv", "ndjson", "iati", "xlsx"));
        known.put("user", List.of("somebody", "somebody", "nobody", "new-person"));
        known.put("roles", Arrays.stream(Role.values()).map(Role::toString).toList());
        known.put("scope", List.of("*", "ZJ", "fund:" + FUND));
        known.put("currency", List.of("CNY", "CNY", "USD"));
        known.put("amount", List.of("1.00", "0.01", "100.00", "5000000.00"));
        known.put("figure", List.of("received", "paid", "disbursed", "nothing"));
        known.put("account", List.of("CASH:POOL", "CASH:HELD:P-1", "CASH:DONOR"));
        known.put("level", List.of("0", "1", "entries"));
        known.put("path", List.of("000.p/1", "000.p/5", "x001/000"));
        known.put("from", List.of("2024-01-02", "2024-06-30@2099-01-01", "1"));
        known.put("to", List.of("2024-12-31", "2025-06-30", "3"));
        known.put("position", List.of("0", "1", "5"));
        known.put("size", List.of("1", "5", "9"));
        known.put("mode", List.of("atomic", "each"));
        known.put("status", List.of("waiting", "WAITING", "approved"));
        known.put("Prefer", List.of("wait=0", "request-approval", "wait=0, request-approval"));
        known.put("effective", List.of("2024-03-01", "2024-06-30", "2024-12-31"));
        fill();
    }

    private void fill() {
        for (String fund : List.of(FUND, "fuzz-2")) {
            must(
                    "/api/v1/funds",
                    """
                    "fund":"%s","name":"浙江援疆 2024","donor":"浙江省","recipient":"阿克苏地区",
                    "fiscalYear":2024,"mode":"%s","channels":["LOCAL"],"authorised":"10000000.00",
                    "currency":"CNY"\
                    """
                            .formatted(fund, fund.equals(FUND) ? "STRICT" : "OBSERVED"));
            project(fund, "P-1");
            project(fund, "P-2");
            command(fund, "issue-plan", "");
            command(fund, "receive", "\"amount\":\"9000000.00\",\"currency\":\"CNY\"");
            for (String money : List.of("allocate", "disburse", "pay")) {
                command(
                        fund,
                        money,
                        """
                        "project":"P-1","amount":"%s","currency":"CNY"%s\
                        """
                                .formatted(
                                        money.equals("allocate") ? "2000000.00" : "1000.00",
                                        money.equals("pay") ? ",\"payee\":\"建设公司\"" : ""));
            }
        }
        must(
                "/api/v1/findings",
                """
                "finding":"F-1","fund":"%s","type":"OTHER","amount":"0.00","currency":"CNY",
                "description":"d","source":"s"\
                """
                        .formatted(FUND));
        for (Role role : Role.values()) {
            signIns.add(person("fuzz-" + role, "\"" + role + "\""));
        }
        signIns.add(person("fuzz-nothing", ""));
        person("somebody", "\"auditor\"");
    }

    private void project(String fund, String project) {
        command(
                fund,
                "enrol-project",
                """
                "project":"%s","name":"第二小学","category":"教育","place":"温宿县",
                "channel":"LOCAL","kind":"NEW","delivery":"TURNKEY","capital":true,
                "livelihood":true,"grassroots":true,"enterprise":false,
                "planned":"4000000.00","investment":"4000000.00","currency":"CNY"
                """
                        .formatted(project));
        for (String review : List.of("COMPLIANCE", "REASONABLENESS", "COMPLETENESS")) {
            command(
                    fund,
                    "record-review",
                    "\"project\":\"%s\",\"review\":\"%s\",\"passed\":true"
                            .formatted(project, review));
        }
    }

    private void command(String fund, String name, String fields) {
        must("/api/v1/funds/" + fund + "/" + name, fields);
    }

    private void must(String path, String fields) {
        Answer answer =
                ledger.post(
                        path,
                        """
                        {"postingId":"made-%d","effective":"2024-01-02","actor":"王芳"%s}\
                        """
                                .formatted(++posted, fields.isBlank() ? "" : "," + fields));
        assertThat(answer.status()).as(path + answer.body()).isEqualTo(201);
    }

    /** A new account's sign-in by token. */
    private String person(String user, String role) {
        Answer account =
                ledger.post(
                        "/api/v1/accounts",
                        """
                        {"user":"%s","actor":"Actor %s","roles":[%s],"scope":["*"]}\
                        """
                                .formatted(user, user, role));
        assertThat(account.status()).as(account.body()).isEqualTo(201);
        Answer token =
                ledger.post("/api/v1/tokens", "{\"user\":\"%s\",\"days\":1}".formatted(user));
        assertThat(token.status()).as(token.body()).isEqualTo(201);
        return "Bearer " + token.at("/token");
    }

    /** Its OpenAPI document. */
    JsonNode document() {
        return ledger.get("/v3/api-docs").json();
    }

    /** What its names stand for. */
    Map<String, List<String>> known() {
        return known;
    }

    /** Signs in as somebody who may do everything. */
    String everything() {
        return "Bearer " + ledger.key();
    }

    /** Signs in as somebody of each role, and somebody of none. */
    List<String> signIns() {
        return signIns;
    }

    HttpRequest.Builder request(String path) {
        return ledger.request(path).GET();
    }

    Answer get(String path) {
        return ledger.get(path);
    }

    Answer post(String path, String body) {
        return ledger.post(path, body);
    }

    /** Waits until a question of a reader who is watched is kept. */
    void awaitKeptRead() {
        String question = "/api/v1/funds/%s/budget?asOf=2024-07-07".formatted(FUND);
        Answer answer =
                Api.send(
                        HttpRequest.newBuilder(URI.create(ledger.url() + question))
                                .header(
                                        "Authorization",
                                        signIns.get(List.of(Role.values()).indexOf(Role.AUDITOR))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Eventually.await(
                "no read that cannot be kept holds up others",
                () -> ledger.get("/api/v1/reads?limit=5").body().contains("2024-07-07"));
    }

    int port() {
        return URI.create(ledger.url()).getPort();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
