package org.aidledger.eventstore.snapshot;

import java.util.Set;
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
 * Makes snapshots on a thread of its own, one after another, each some time after it was asked for.
 * A failure is logged and forgotten: the next tail asks again.
 */
public final class BackgroundSnapshotter extends AggregateSnapshotter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundSnapshotter.class);

    private final SnapshotRule rule;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
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
        if (!asked.add(id)) {
            return;
        }
        try {
            var _ =
                    thread.schedule(
                            () -> make(type, id), rule.pause().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("No snapshot of {}: the ledger is shutting down", id, e);
        }
    }

    private void make(Class<?> type, String id) {
        asked.remove(id);
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
