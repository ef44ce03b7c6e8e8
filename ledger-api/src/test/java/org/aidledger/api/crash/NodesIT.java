package org.aidledger.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two nodes on one database, under load: one is killed, both are exchanged one after the other, and
 * clients that send again what was not acknowledged lose nothing and post nothing twice.
 */
class NodesIT {

    private static final Duration NORMAL = Duration.ofSeconds(10);
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    private final JsonMapper json = new JsonMapper();

    @TempDir private Path folder;

    private LedgerProcess node(String name, Map<String, String> environment) {
        return new LedgerProcess(
                folder.resolve(name), folder.resolve(name + ".output"), environment);
    }

    @Test
    void nodesComeAndGoAndNothingIsLostOrDoubled() throws Exception {
        Map<String, String> environment = new HashMap<>(OneDatabase.environment());
        environment.put("LOGGING_STRUCTURED_FORMAT_FILE", "ecs");
        environment.put("LOGGING_LEVEL_ORG_AIDLEDGER_API_COMMAND", "debug");
        try (LedgerProcess one = node("one", environment);
                LedgerProcess other = node("other", environment)) {
            OpenedFund.with(one, "NODES", "900000000.00");
            aSessionCountsOnEachNode(one, other);
            int acknowledged;
            try (Callers callers = new Callers(List.of(one, other))) {
                callers.p99During(A_WHILE); // warming up
                kill(one, other, callers);
                exchange(one, other, callers);
                callers.finish();
                acknowledged = callers.acknowledged();
            }
            check(one, acknowledged);
            check(other, acknowledged);
            logIsJson();
        }
    }

    private static void kill(LedgerProcess one, LedgerProcess other, Callers callers)
            throws Exception {
        long before = callers.p99During(A_WHILE);
        int again = callers.sentAgain();
        one.kill(); // it wrote the read tables
        long meanwhile = callers.p99During(NORMAL);
        callers.useOnly(List.of(other)); // what a load balancer finds out sooner
        long after = callers.p99During(A_WHILE);
        System.out.printf(
                "NodesIT: p99 %d ms before a kill, %d ms in the 10 s after it, %d ms then;"
                        + " %d requests were sent again%n",
                before, meanwhile, after, callers.sentAgain() - again);
    }

    /** A new version on one node while the other still is the old one, then the other way round. */
    private static void exchange(LedgerProcess one, LedgerProcess other, Callers callers)
            throws Exception {
        int again = callers.sentAgain();
        one.restart();
        callers.useOnly(List.of(one, other));
        callers.p99During(A_WHILE);
        other.stop();
        other.restart();
        long after = callers.p99During(A_WHILE);
        System.out.printf(
                "NodesIT: both nodes exchanged, p99 %d ms then; %d requests were sent again%n",
                after, callers.sentAgain() - again);
    }

    private void check(LedgerProcess node, int acknowledged) throws Exception {
        JsonNode health = json.readTree(node.get("/actuator/health").body());
        long head = health.at("/components/ledger/details/head").asLong();
        assertThat(head).isEqualTo(OpenedFund.EVENTS + acknowledged - 1L);
        JsonNode report =
                json.readTree(
                        node.get("/api/v1/funds/NODES/report?asOf=2024-12-31&atLeast=" + head)
                                .body());
        assertThat(report.at("/totals/disbursed").asString()).isEqualTo(acknowledged + ".00");
    }

    /** Somebody who signed in at one node is known to the other. */
    private void aSessionCountsOnEachNode(LedgerProcess one, LedgerProcess other) throws Exception {
        String password = Files.readString(folder.resolve("one/administrator.password")).strip();
        CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        try (HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            Matcher token =
                    Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                            .matcher(get(browser, one.url().resolve("/login")));
            assertThat(token.find()).isTrue();
            browser.send(
                    HttpRequest.newBuilder(one.url().resolve("/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(
                                    BodyPublishers.ofString(
                                            "username=administrator&password=%s&_csrf=%s"
                                                    .formatted(
                                                            URLEncoder.encode(
                                                                    password,
                                                                    StandardCharsets.UTF_8),
                                                            token.group(1))))
                            .build(),
                    BodyHandlers.discarding());
            for (LedgerProcess node : List.of(one, other)) {
                assertThat(get(browser, node.url().resolve("/api/v1/me")))
                        .contains("\"user\":\"administrator\"", "\"mustChangePassword\":true");
            }
        }
    }

    private static String get(HttpClient browser, URI url) throws Exception {
        return browser.send(HttpRequest.newBuilder(url).GET().build(), BodyHandlers.ofString())
                .body();
    }

    /** As the environment asked for; commands with their ids. */
    private void logIsJson() throws Exception {
        List<String> lines = Files.readAllLines(folder.resolve("other/ledger.log"));
        assertThat(lines.subList(0, Math.min(lines.size(), 200)))
                .isNotEmpty()
                .allSatisfy(line -> json.readTree(line).isObject());
        assertThat(lines)
                .anySatisfy(line ->
                        assertThat(line)
                                .contains("\"postingId\":\"caller-", "\"command\":\"disburse\""));
    }
}
