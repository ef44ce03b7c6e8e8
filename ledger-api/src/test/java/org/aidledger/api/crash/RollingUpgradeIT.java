package org.aidledger.api.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two nodes of an older release on one database, under load, become two of this one, first one,
 * then the other. The older release is the jar that {@code -Dledger.old-jar=FILE} names;
 * docs/operations/ upgrade.md says how to build one.
 */
class RollingUpgradeIT {

    private static final Duration A_WHILE = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FUND = "/api/v1/funds/NODES";

    /** Whatever was told of the fund, at a day and as known at an instant that stays. */
    private static final List<String> QUESTIONS =
            List.of("/report", "/budget", "/indicators", "/trial-balance", "/projects");

    private final JsonMapper json = new JsonMapper();
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger readAgain = new AtomicInteger();
    private volatile List<LedgerProcess> nodes = List.of();
    private volatile boolean enough;

    @TempDir private Path folder;

    @Test
    void nodesAreUpgradedOneAfterTheOtherUnderLoad() throws Exception {
        Optional<Path> oldJar =
                Optional.ofNullable(System.getProperty("ledger.old-jar")).map(Path::of);
        if (oldJar.isEmpty()) {
            System.out.println(
                    "RollingUpgradeIT: skipped, -Dledger.old-jar names no jar of an older release");
        }
        assumeThat(oldJar).as("-Dledger.old-jar names a jar of an older release").isPresent();
        QuickStart older = QuickStart.of(oldJar.orElseThrow());
        Map<String, String> environment = OneDatabase.environment();
        try (LedgerProcess one = node(older, "one", environment);
                LedgerProcess other = node(older, "other", environment);
                var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            OpenedFund.with(one, "NODES", "900000000.00");
            nodes = List.of(one, other);
            List<Future<Void>> reading =
                    List.of(
                            readers.submit(() -> keepReading(0)),
                            readers.submit(() -> keepReading(1)));
            int acknowledged;
            try (Callers callers = new Callers(nodes)) {
                say("both old", callers, 0);
                for (LedgerProcess node : nodes) {
                    int again = callers.sentAgain();
                    node.become(QuickStart.once());
                    say(node == one ? "old and new" : "both new", callers, again);
                }
                callers.finish();
                acknowledged = callers.acknowledged();
            } finally {
                enough = true;
            }
            for (Future<Void> reader : reading) {
                reader.get(); // whoever was left without an answer says so
            }
            nothingIsMissing(one, other, acknowledged);
            System.out.printf(
                    "RollingUpgradeIT: %d postings acknowledged, %d sent again; %d answers read,"
                            + " %d asked for again; 0 not cured by that%n",
                    acknowledged, sentAgain, read.get(), readAgain.get());
        }
    }

    private int sentAgain;

    private LedgerProcess node(QuickStart program, String name, Map<String, String> environment) {
        return new LedgerProcess(
                program, folder.resolve(name), folder.resolve(name + ".output"), environment);
    }

    private void say(String nodes, Callers callers, int againBefore) throws InterruptedException {
        long p99 = callers.p99During(A_WHILE);
        sentAgain = callers.sentAgain();
        System.out.printf(
                "RollingUpgradeIT: %s: p99 %d ms, %d sent again until then%n",
                nodes, p99, sentAgain - againBefore);
    }

    /** One question after the other, to one node after the other, each until it is answered. */
    private Void keepReading(int first) throws InterruptedException {
        for (int n = first; !enough; n++) {
            String question = FUND + QUESTIONS.get(n % QUESTIONS.size()) + "?asOf=2024-12-31";
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (int attempt = n; !isAnswered(question, attempt); attempt++) {
                readAgain.incrementAndGet();
                assertThat(System.nanoTime()).as("%s is not answered", question).isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(20);
            }
            read.incrementAndGet();
        }
        return null;
    }

    private boolean isAnswered(String question, int attempt) throws InterruptedException {
        try {
            HttpResponse<String> answer = nodes.get(attempt % nodes.size()).get(question);
            // 401: the node starts, and its key is another one from now on
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 401, 503);
            return answer.statusCode() == 200;
        } catch (IOException _) {
            return false; // gone, or going
        }
    }

    private void nothingIsMissing(LedgerProcess one, LedgerProcess other, int acknowledged)
            throws Exception {
        long head = OpenedFund.EVENTS + acknowledged - 1L;
        for (LedgerProcess node : List.of(one, other)) {
            String report = node.get(FUND + "/report?asOf=2024-12-31&atLeast=" + head).body();
            assertThat(json.readTree(report).at("/totals/disbursed").asString())
                    .as(report)
                    .isEqualTo(acknowledged + ".00");
            assertThat(json.readTree(node.get("/actuator/health").body()).at("/status").asString())
                    .isEqualTo("UP");
        }
        String known = "?asOf=2024-12-31&knownAt=2999-01-01T00:00:00Z";
        for (String question : QUESTIONS) {
            assertThat(one.get(FUND + question + known).body())
                    .isEqualTo(other.get(FUND + question + known).body());
        }
        // Events alone give the same figures as the read tables, and nothing was altered.
        assertThat(one.get(FUND + "/replay?until=2024-12-31").statusCode()).isEqualTo(200);
        String verified =
                one.post("/api/v1/log/verify", "application/json", "{\"checkpoints\":[]}").body();
        assertThat(verified).contains("\"sound\":true");
        String rebuilt = other.post("/api/v1/rebuild", "application/json", "").body();
        assertThat(rebuilt).contains("\"same\":true").doesNotContain("\"same\":false");
    }
}
