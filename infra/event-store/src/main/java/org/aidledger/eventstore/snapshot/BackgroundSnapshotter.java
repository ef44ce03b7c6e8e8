package org.aidledger.eventstore.snapshot;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes snapshots on a thread of its own, one after another. A fund that goes on growing can wait:
 * its snapshot is made when it has been left alone for a while, or has grown long. A failure is
 * logged and forgotten: the next tail asks again.
 */
public final class BackgroundSnapshotter extends AggregateSnapshotter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundSnapshotter.class);

    /** So often a snapshot that is asked for again and again is put off. */
    private static final int MOST_DELAYS = 10;

    private final SnapshotRule rule;

    /** How often the snapshot of each fund was asked for since the last one. */
    private final ConcurrentHashMap<String, Integer> asked = new ConcurrentHashMap<>();

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("snapshots").factory());

    public BackgroundSnapshotter(Builder parts, SnapshotRule rule) {
        super(parts);
        this.rule = rule;
    }

    /** For the repository of a type of aggregates. */
    public SnapshotTriggerDefinition triggers() {
        return type -> new TailTrigger(type, this, rule);
    }

    @Override
    public void scheduleSnapshot(Class<?> type, String id) {
        if (asked.merge(id, 1, Integer::sum) == 1) {
            later(type, id, 1);
        }
    }

    private void later(Class<?> type, String id, int times) {
        try {
            var _ =
                    thread.schedule(
                            () -> lookAgain(type, id, times),
                            rule.pause().toMillis(),
                            TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("No snapshot of {}: the ledger is shutting down", id, e);
        }
    }

    private void lookAgain(Class<?> type, String id, int before) {
        int now = asked.getOrDefault(id, before);
        if (now > before && now < MOST_DELAYS) {
            later(type, id, now);
        } else {
            asked.remove(id);
            make(type, id);
        }
    }

    private void make(Class<?> type, String id) {
        try {
            createSnapshotterTask(type, id).run();
        } catch (RuntimeException e) {
            LOG.warn("No snapshot of {} could be made; it is read from its events", id, e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
