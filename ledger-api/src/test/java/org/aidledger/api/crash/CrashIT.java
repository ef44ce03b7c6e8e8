package org.aidledger.api.crash;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server is killed with {@code kill -9} at full load, sixty-four callers and two imports, at
 * random moments ({@code -Dledger.seed=N} repeats one run), twenty times or as often as {@code
 * -Dcrash.kills=N} says. Afterwards every acknowledged posting is there exactly once, nothing is
 * there twice, both books balance, the read model has caught up, and running the imports again
 * completes them.
 */
class CrashIT {

    private static final int KILLS = Integer.getInteger("crash.kills", 20);
    private static final int CHECK_EVERY = 20;
    private static final int POSTERS = 56;
    private static final int BATCHERS = 8;
    private static final int BATCH = 25;
    private static final int ROWS = 400;
    private static final int PAGE = 10_000;
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
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
            OpenedFund.with(ledger, "CRASH", "900000000.00");
            int acknowledgedInFlight = 0;
            for (int round = 0; round < KILLS; round++) {
                int before = acknowledged.size();
                killDuring(ledger, round, 1 + random.nextInt(600), random.nextInt(200));
                ledger.restart();
                acknowledgedInFlight += acknowledged.size() - before;
                importAgain(ledger, "csv", CSV, rows(round));
                importAgain(ledger, "ndjson", NDJSON, lines("lines-" + round + "-", ROWS));
                IntStream.range(0, ROWS).mapToObj(row(round)).forEach(acknowledged::add);
                for (int n = 0; n < ROWS; n++) {
                    acknowledged.add("lines-" + round + "-" + n);
                }
                if ((round + 1) % CHECK_EVERY == 0 || round + 1 == KILLS) {
                    check(ledger);
                    System.out.println("CrashIT: all well after %d kills".formatted(round + 1));
                }
            }
            System.out.println(
                    "CrashIT: %d kills, %d postings acknowledged before one, %d attempted, %d rows imported again"
                            .formatted(
                                    KILLS,
                                    acknowledgedInFlight,
                                    attempted.size(),
                                    2 * KILLS * ROWS));
            assertThat(acknowledgedInFlight).isGreaterThanOrEqualTo(KILLS);
        }
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
            for (int batcher = 0; batcher < BATCHERS; batcher++) {
                String prefix = "batch-" + round + "-" + batcher + "-";
                working.add(threads.submit(() -> postBatchesUntilKilled(ledger, prefix)));
            }
            working.add(threads.submit(() -> importUntilKilled(ledger, "csv", CSV, rows(round))));
            String lines = lines("lines-" + round + "-", ROWS);
            working.add(threads.submit(() -> importUntilKilled(ledger, "ndjson", NDJSON, lines)));
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
                if (answer.statusCode() != 503) { // too busy: as good as not sent
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                    acknowledged.add(id);
                }
            }
        } catch (IOException _) {
            // The server is gone: whether this last one was taken is unknown, as for any client.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void postBatchesUntilKilled(LedgerProcess ledger, String prefix) {
        try {
            for (int batch = 0; ; batch++) {
                String ids = prefix + batch + "-";
                for (int n = 0; n < BATCH; n++) {
                    attempted.add(ids + n);
                }
                var answer =
                        ledger.post(
                                "/api/v1/funds/CRASH/batches?mode=each", NDJSON, lines(ids, BATCH));
                if (answer.statusCode() != 503) {
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                    for (int n = 0; n < BATCH; n++) {
                        acknowledged.add(ids + n);
                    }
                }
            }
        } catch (IOException _) {
            // As above.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void importAgain(LedgerProcess ledger, String format, String type, String file)
            throws Exception {
        var again = ledger.post("/api/v1/imports/" + format + "?mode=each", type, file);
        assertThat(again.statusCode()).as(again.body()).isBetween(200, 201);
        assertThat(again.body()).contains("\"refused\":0");
    }

    private static void importUntilKilled(
            LedgerProcess ledger, String format, String type, String file) {
        try {
            ledger.post("/api/v1/imports/" + format + "?mode=each", type, file);
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

    /** One posting a line, as batches and imports take them. */
    private static String lines(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(n ->
                        """
                        {"command":"disburse","fund":"CRASH","postingId":"%s%s",\
                        "effective":"2024-02-02","actor":"crash","project":"P",\
                        "amount":"1.00","currency":"CNY"}
                        """
                                .formatted(prefix, n))
                .collect(joining());
    }

    private static IntFunction<String> row(int round) {
        return n -> "import-" + round + "-" + n;
    }

    private void check(LedgerProcess ledger) throws Exception {
        Map<String, Integer> times = new HashMap<>();
        long position = -1;
        List<String> page;
        do {
            page =
                    ledger.get("/api/v1/events?limit=%d&after=%d".formatted(PAGE, position))
                            .body()
                            .lines()
                            .toList();
            for (String line : page) {
                JsonNode event = json.readTree(line);
                assertThat(event.at("/position").asLong()).isEqualTo(++position);
                times.merge(postingId(event), 1, Integer::sum);
            }
        } while (page.size() == PAGE);
        Set<String> lost = new HashSet<>(acknowledged);
        lost.removeAll(times.keySet()); // what AssertJ offers compares each with each
        assertThat(lost).isEmpty();
        assertThat(times.values()).allMatch(count -> count == 1);

        int disbursed = times.size() - OpenedFund.EVENTS;
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
