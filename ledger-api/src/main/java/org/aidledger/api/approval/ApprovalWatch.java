package org.aidledger.api.approval;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.outage.DatabaseAway;
import org.aidledger.projections.approvals.ApprovalRegister;
import org.aidledger.projections.approvals.ApprovalRegister.Unfinished;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks again and again for approvals that nobody has carried out: the server was killed after the
 * approval, or its database was away. What was approved just now is carried out by whoever answers.
 */
final class ApprovalWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ApprovalWatch.class);
    private static final long PATIENCE_SECONDS = 10;

    private final ApprovalRegister register;
    private final ApprovalRunner runner;
    private final Duration interval;
    private volatile Optional<ScheduledExecutorService> thread = Optional.empty();
    private long doneUpTo = -1;

    ApprovalWatch(ApprovalRegister register, ApprovalRunner runner, Duration interval) {
        this.register = register;
        this.runner = runner;
        this.interval = interval;
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("approvals").daemon().factory());
        thread = Optional.of(started);
        var _ =
                started.scheduleWithFixedDelay(
                        this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            Unfinished unfinished = CurrentCaller.asLedger(() -> register.unfinished(doneUpTo));
            if (unfinished.approvals().isEmpty()) {
                doneUpTo = unfinished.upTo();
            }
            unfinished.approvals().forEach(runner::run);
        } catch (RuntimeException e) {
            if (isRunning()) {
                warn(e);
            }
        }
    }

    /** Where the database is away, the trace would say nothing more, every few seconds. */
    private void warn(RuntimeException e) {
        if (DatabaseAway.isBehind(e)) {
            LOG.warn("Approved commands wait; trying again in {}: {}", interval, e.toString());
        } else {
            LOG.warn("Approved commands wait; trying again in {}", interval, e);
        }
    }

    @Override
    public void stop() {
        Optional<ScheduledExecutorService> started = thread;
        thread = Optional.empty();
        started.ifPresent(ApprovalWatch::end);
    }

    private static void end(ScheduledExecutorService started) {
        started.shutdown();
        try {
            if (!started.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                var _ = started.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isPresent();
    }
}
