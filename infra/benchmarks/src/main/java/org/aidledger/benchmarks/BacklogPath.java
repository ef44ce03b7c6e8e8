package org.aidledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.aidledger.benchmarks.reading.Stored;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.projections.processor.BatchListener;

/** How quickly the processor of a working ledger takes events that wait for it. */
final class BacklogPath {

    /** Its key. */
    static final String BACKLOG = "backlog";

    private static final int CONNECTIONS = 4;

    /** So much of the history comes first, and is not measured. */
    private static final int WARM_UP_SHARE = 10;

    private static final long PROGRESS_SECONDS = 10;

    /** As the processor finds it that never ran. */
    private static final String FORGET = "delete from ledger.token_entry";

    private final Databases databases;
    private final long events;
    private final Consumer<String> progress;

    BacklogPath(Databases databases, Options options, Consumer<String> progress) {
        this.databases = databases;
        this.events = options.events();
        this.progress = progress;
    }

    /**
     * Stores and hashes a history, and opens a ledger whose read side has seen none of it.
     *
     * @param before what this run measured so far, to compare
     */
    Map<String, Double> run(Report before) {
        double rate = rate();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("backlogEventsPerSecond", rate);
        Optional.ofNullable(before.ratios().get("rebuildEventsPerSecond"))
                .ifPresent(rebuild -> figures.put("backlogOverRebuild", rate / rebuild));
        Optional.ofNullable(before.rates().get("rawCopy"))
                .ifPresent(
                        copy -> figures.put("backlogOverRawCopy", rate / copy.eventsPerSecond()));
        return figures;
    }

    private double rate() {
        String url = databases.create(BACKLOG);
        long stored;
        try (HikariDataSource pool = databases.pool(url, CONNECTIONS)) {
            progress.accept("storing %,d events".formatted(events));
            stored = Stored.events(pool, events);
            forget(pool);
        }
        progress.accept("hashing");
        try (OurLedger ledger = OurLedger.on(databases, url)) {
            ledger.awaitHashed(stored);
        }
        Watch watch = new Watch(stored);
        try (OurLedger _ = OurLedger.reading(databases, url, watch)) {
            return watch.await(progress);
        }
    }

    private static void forget(HikariDataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(FORGET);
        } catch (SQLException e) {
            throw new IllegalStateException("the token cannot be removed", e);
        }
    }

    /** Notes when the processor came by. */
    private static final class Watch implements BatchListener {

        private final long events;
        private final long from;
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile long position = -1;
        private long warm = -1;
        private Instant began = Instant.EPOCH;
        private Instant ended = Instant.EPOCH;

        Watch(long events) {
            this.events = events;
            this.from = events / WARM_UP_SHARE;
        }

        @Override
        public void stored(
                List<Recorded<LedgerEvent>> batch, Instant batchBegan, Instant batchEnded) {
            position = batch.getLast().position();
            if (warm < 0 && position >= from) {
                warm = position;
                began = batchEnded;
            }
            if (position >= events - 1) {
                ended = batchEnded;
                done.countDown();
            }
        }

        double await(Consumer<String> progress) {
            try {
                while (!done.await(PROGRESS_SECONDS, TimeUnit.SECONDS)) {
                    progress.accept("backlog: %,d of %,d events".formatted(position + 1, events));
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while measuring", e);
            }
            return (position - warm) * 1e9 / Duration.between(began, ended).toNanos();
        }
    }
}
