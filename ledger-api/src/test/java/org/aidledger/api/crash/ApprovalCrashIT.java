package org.aidledger.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server is killed with {@code kill -9} while many approvals are given and carried out, at
 * random moments ({@code -Dledger.seed=N} repeats one run). Afterwards every approval that was
 * given is carried out, exactly once, and nothing else is.
 */
class ApprovalCrashIT {

    private static final int KILLS = Integer.getInteger("approval.kills", 4);
    private static final int REQUESTS = 60;
    private static final String JSON = "application/json";

    private final JsonMapper json = new JsonMapper();

    @TempDir private Path data;
    @TempDir private Path logs;

    @Test
    void whatWasApprovedIsCarriedOutOnce() throws Exception {
        long seed = Long.getLong("ledger.seed", System.nanoTime());
        System.out.println("ApprovalCrashIT: " + KILLS + " kills with -Dledger.seed=" + seed);
        Random random = new Random(seed);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        int leftOver = 0;
        try (LedgerProcess ledger = new LedgerProcess(data, logs.resolve("server.log"))) {
            OpenedFund.with(ledger, "F", "1000000.00")
                    .send(
                            "set-policy",
                            """
                            "postingId":"policy","item":"FOUR_EYES_FROM","value":"0",
                            "approvedBy":["B"]\
                            """);
            for (int round = 0; round < KILLS; round++) {
                List<String> approvals = ask(ledger, round);
                try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    List<Future<?>> sent = new ArrayList<>();
                    for (String approval : approvals) {
                        sent.add(threads.submit(() -> approve(ledger, approval, acknowledged)));
                    }
                    Thread.sleep(random.nextInt(150));
                    ledger.kill();
                    for (Future<?> one : sent) {
                        one.get();
                    }
                }
                ledger.restart();
                leftOver += items(ledger, "APPROVED").size();
            }
            awaitNoneApproved(ledger);
            check(ledger, acknowledged);
        }
        System.out.println(
                "ApprovalCrashIT: %d approvals acknowledged before a kill, %d found given and not carried out"
                        .formatted(acknowledged.size(), leftOver));
    }

    private List<String> ask(LedgerProcess ledger, int round) throws Exception {
        List<String> approvals = new ArrayList<>();
        for (int n = 0; n < REQUESTS; n++) {
            var answer =
                    ledger.post(
                            "/api/v1/funds/F/disburse",
                            JSON,
                            """
                            {"postingId":"d-%d-%d","effective":"2024-02-01","actor":"A",
                             "project":"P","amount":"1.00","currency":"CNY"}\
                            """
                                    .formatted(round, n),
                            "Prefer",
                            "wait=0, request-approval");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            approvals.add(json.readTree(answer.body()).at("/approval").asString());
        }
        return approvals;
    }

    private void approve(LedgerProcess ledger, String approval, Set<String> acknowledged) {
        try {
            var answer =
                    ledger.post(
                            "/api/v1/approvals/" + approval + "/approve",
                            JSON,
                            "{\"postingId\":\"a\",\"effective\":\"2024-02-02\",\"actor\":\"B\"}",
                            "Prefer",
                            "wait=0");
            if (answer.statusCode() == 201) {
                acknowledged.add(approval);
            }
        } catch (IOException _) {
            // The server was killed; nobody knows yet what became of it.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitNoneApproved(LedgerProcess ledger) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!items(ledger, "APPROVED").isEmpty()) {
            assertThat(Instant.now()).as("still not carried out").isBefore(end);
            Thread.sleep(100);
        }
    }

    private void check(LedgerProcess ledger, Set<String> acknowledged) throws Exception {
        Set<String> executed = new HashSet<>();
        items(ledger, "EXECUTED").forEach(item -> executed.add(item.at("/approval").asString()));
        assertThat(executed).containsAll(acknowledged);
        assertThat(items(ledger, "FAILED")).isEmpty();
        assertThat(executed.size() + items(ledger, "PENDING").size()).isEqualTo(KILLS * REQUESTS);
        String report = ledger.get("/api/v1/funds/F/report?asOf=2024-12-31").body();
        assertThat(json.readTree(report).at("/totals/disbursed").asString())
                .as("each of those carried out moved 1.00")
                .isEqualTo(executed.size() + ".00");
    }

    private List<JsonNode> items(LedgerProcess ledger, String status) throws Exception {
        String body = ledger.get("/api/v1/approvals?limit=1000&status=" + status).body();
        return json.readTree(body).at("/items").valueStream().toList();
    }
}
