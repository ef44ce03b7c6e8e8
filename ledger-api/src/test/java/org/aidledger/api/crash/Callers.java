package org.aidledger.api.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;

/**
 * Some who post all the time, to one node after the other as a load balancer would send them, and
 * send each posting again until somebody has acknowledged it.
 */
final class Callers implements AutoCloseable {

    private static final int CALLERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicReference<List<LedgerProcess>> nodes;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();
    private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> working = new ArrayList<>();
    private volatile boolean enough;

    private record Answered(long at, long nanos) {}

    Callers(List<LedgerProcess> nodes) {
        this.nodes = new AtomicReference<>(nodes);
        for (int caller = 0; caller < CALLERS; caller++) {
            String prefix = "caller-" + caller + "-";
            working.add(threads.submit(() -> post(prefix)));
        }
    }

    private void post(String prefix) {
        try {
            for (int n = 0; !enough; n++) {
                untilAcknowledged(prefix + n, n);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void untilAcknowledged(String id, int first) throws InterruptedException {
        long began = System.nanoTime();
        for (int attempt = first; !isTaken(id, attempt); attempt++) {
            again.incrementAndGet();
            Assertions.assertThat(System.nanoTime() - began)
                    .as("%s is not taken by any node", id)
                    .isLessThan(PATIENCE.toNanos());
            TimeUnit.MILLISECONDS.sleep(20); // as who tries again should
        }
        long ended = System.nanoTime();
        acknowledged.incrementAndGet();
        answered.add(new Answered(ended, ended - began));
    }

    private boolean isTaken(String id, int attempt) throws InterruptedException {
        List<LedgerProcess> known = nodes.get();
        try {
            var answer =
                    known.get(attempt % known.size())
                            .post(
                                    "/api/v1/funds/NODES/disburse",
                                    "application/json",
                                    """
                                    {"postingId":"%s","effective":"2024-02-01","actor":"A",
                                     "project":"P","amount":"1.00","currency":"CNY"}\
                                    """
                                            .formatted(id));
            if (answer.statusCode() == 503) {
                return false;
            }
            Assertions.assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
            return true;
        } catch (IOException _) {
            return false; // gone, or going
        }
    }

    /** From now on the load balancer knows these nodes. */
    void useOnly(List<LedgerProcess> known) {
        nodes.set(known);
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** How often a request had to be sent again. */
    int sentAgain() {
        return again.get();
    }

    /**
     * How long the slowest of a hundred took from now on, all attempts together, in milliseconds.
     */
    long p99During(Duration time) throws InterruptedException {
        long from = System.nanoTime();
        for (Future<?> worker : working) {
            Assertions.assertThat(worker.isDone()).as("a caller gave up").isFalse();
        }
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
        long[] sorted =
                answered.stream()
                        .filter(a -> a.at() >= from)
                        .mapToLong(Answered::nanos)
                        .sorted()
                        .toArray();
        Assertions.assertThat(sorted).as("postings answered").isNotEmpty();
        return TimeUnit.NANOSECONDS.toMillis(sorted[(int) (sorted.length * 0.99)]);
    }

    /** Lets each finish what it is about; whoever gave up on a posting says so here. */
    void finish() throws Exception {
        enough = true;
        for (Future<?> worker : working) {
            worker.get();
        }
    }

    @Override
    public void close() {
        enough = true;
        threads.close();
    }
}
