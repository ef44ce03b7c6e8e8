package org.aidledger.api.crash;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server is killed with {@code kill -9} in the middle of postings and an import, twenty times,
 * at random moments ({@code -Dledger.seed=N} repeats one run). Afterwards every acknowledged
 * posting is there exactly once, nothing is there twice, both books balance, the read model has
 * caught up, and running the imports again completes them.
 */
class CrashIT {

    private static final int KILLS = Integer.getInteger("ledger.kills", 20);
    private static final int POSTERS = 4;
    private static final int ROWS = 400;
    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";

    private final JsonMapper json = new JsonMapper();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> attempted = ConcurrentHashMap.newKeySet();

    @TempDir private Path data;
    @TempDir private Path logs;

    @Test
    void nothingAcknowledgedIsLostOrDoubled() throws Exception {
        long seed = Long.getLong("ledger.seed", System.nanoTime());
        System.out.println("CrashIT: " + KILLS + " kills with -Dledger.seed=" + seed);
        Random random = new Random(seed);
        try (LedgerProcess ledger = new LedgerProcess(data, logs.resolve("server.log"))) {
            open(ledger);
            for (int round = 0; round < KILLS; round++) {
                killDuring(ledger, round, 1 + random.nextInt(60), random.nextInt(100));
                ledger.restart();
            }
            int acknowledgedInFlight = acknowledged.size();
            for (int round = 0; round < KILLS; round++) {
                var again = ledger.post("/api/v1/imports/csv?mode=each", CSV, rows(round));
                assertThat(again.statusCode()).as(again.body()).isBetween(200, 201);
                IntStream.range(0, ROWS).mapToObj(row(round)).forEach(acknowledged::add);
            }
            check(ledger);
            System.out.println(
                    "CrashIT: %d kills, %d postings acknowledged before one, %d attempted, %d rows imported again"
                            .formatted(
                                    KILLS, acknowledgedInFlight, attempted.size(), KILLS * ROWS));
            assertThat(acknowledgedInFlight).isGreaterThanOrEqualTo(KILLS);
        }
    }

    private void open(LedgerProcess ledger) throws Exception {
        send(
                ledger,
                "/api/v1/funds",
                """
                {"fund":"CRASH","postingId":"open","name":"Crash","donor":"D","recipient":"R",
                 "fiscalYear":2024,"mode":"STRICT","scale":2,"channels":["LOCAL"],
                 "authorised":"9000000.00","currency":"CNY",%s}\
                """);
        send(
                ledger,
                "/api/v1/funds/CRASH/enrol-project",
                """
                {"postingId":"enrol","project":"P","name":"P","category":"c","place":"p",
                 "channel":"LOCAL","kind":"NEW","delivery":"CHEQUE","capital":false,
                 "livelihood":true,"grassroots":false,"enterprise":false,
                 "planned":"9000000.00","investment":"9000000.00","currency":"CNY",%s}\
                """);
        for (String review : List.of("COMPLIANCE", "REASONABLENESS", "COMPLETENESS")) {
            send(
                    ledger,
                    "/api/v1/funds/CRASH/record-review",
                    "{\"postingId\":\""
                            + review
                            + "\",\"project\":\"P\",\"review\":\""
                            + review
                            + "\",\"passed\":true,%s}");
        }
        send(ledger, "/api/v1/funds/CRASH/issue-plan", "{\"postingId\":\"issue\",%s}");
        send(
                ledger,
                "/api/v1/funds/CRASH/receive",
                "{\"postingId\":\"receive\",\"amount\":\"9000000.00\",\"currency\":\"CNY\",%s}");
        send(
                ledger,
                "/api/v1/funds/CRASH/allocate",
                "{\"postingId\":\"allocate\",\"project\":\"P\",\"amount\":\"9000000.00\","
                        + "\"currency\":\"CNY\",%s}");
    }

    private static void send(LedgerProcess ledger, String path, String body) throws Exception {
        var answer =
                ledger.post(
                        path,
                        JSON,
                        body.replace("%s", "\"effective\":\"2024-01-02\",\"actor\":\"crash\""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /**
     * Kills the server once it has acknowledged so many postings of this round, and some moments
     * later: a time alone would say nothing on a machine whose speed is not known.
     */
    private void killDuring(LedgerProcess ledger, int round, int postings, int millis)
            throws Exception {
        int before = acknowledged.size();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working = new ArrayList<>();
            for (int poster = 0; poster < POSTERS; poster++) {
                String prefix = "post-" + round + "-" + poster + "-";
                working.add(threads.submit(() -> postUntilKilled(ledger, prefix)));
            }
            working.add(threads.submit(() -> importUntilKilled(ledger, round)));
            long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (acknowledged.size() < before + postings && System.nanoTime() < patience) {
                Thread.sleep(1);
            }
            Thread.sleep(millis);
            ledger.kill();
            for (Future<?> worker : working) {
                worker.get();
            }
        }
    }

    private void postUntilKilled(LedgerProcess ledger, String prefix) {
        try {
            for (int n = 0; ; n++) {
                String id = prefix + n;
                attempted.add(id);
                var answer =
                        ledger.post(
                                "/api/v1/funds/CRASH/disburse",
                                JSON,
                                """
                                {"postingId":"%s","effective":"2024-02-01","actor":"crash",
                                 "project":"P","amount":"1.00","currency":"CNY"}\
                                """
                                        .formatted(id));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                acknowledged.add(id);
            }
        } catch (IOException _) {
            // The server is gone: whether this last one was taken is unknown, as for any client.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void importUntilKilled(LedgerProcess ledger, int round) {
        try {
            ledger.post("/api/v1/imports/csv?mode=each", CSV, rows(round));
        } catch (IOException _) {
            // Cut off in the middle, as meant.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String rows(int round) {
        return "command,fund,postingId,effective,actor,project,amount,currency\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(row(round))
                        .map(id -> "disburse,CRASH," + id + ",2024-03-01,crash,P,1.00,CNY")
                        .collect(joining("\n"))
                + "\n";
    }

    private static java.util.function.IntFunction<String> row(int round) {
        return n -> "import-" + round + "-" + n;
    }

    private void check(LedgerProcess ledger) throws Exception {
        Map<String, Integer> times = new HashMap<>();
        long position = -1;
        for (String line : ledger.get("/api/v1/events?limit=1000000").body().lines().toList()) {
            JsonNode event = json.readTree(line);
            assertThat(event.at("/position").asLong()).isGreaterThan(position);
            position = event.at("/position").asLong();
            times.merge(postingId(event), 1, Integer::sum);
        }
        assertThat(times.keySet()).containsAll(acknowledged);
        assertThat(times.values()).allMatch(count -> count == 1);

        int disbursed = times.size() - 8;
        JsonNode report =
                json.readTree(ledger.get("/api/v1/funds/CRASH/report?asOf=2024-12-31").body());
        assertThat(new BigDecimal(report.at("/totals/disbursed").asString()))
                .isEqualByComparingTo(BigDecimal.valueOf(disbursed));
        assertBalanced(
                json.readTree(
                        ledger.get("/api/v1/funds/CRASH/trial-balance?asOf=2024-12-31").body()));
        assertThat(ledger.get("/actuator/health").body()).contains("UP");
    }

    private static String postingId(JsonNode event) {
        return event.findValue("postingId").asString();
    }

    private static void assertBalanced(JsonNode trialBalance) {
        Map<String, BigDecimal> books = new HashMap<>();
        for (JsonNode account : trialBalance.at("/accounts")) {
            books.merge(
                    account.at("/account").asString().replaceFirst(":.*", ""),
                    new BigDecimal(account.at("/balance").asString()),
                    BigDecimal::add);
        }
        assertThat(books).containsOnlyKeys("BUDGET", "CASH");
        assertThat(books.values()).allMatch(sum -> sum.signum() == 0);
    }
}
