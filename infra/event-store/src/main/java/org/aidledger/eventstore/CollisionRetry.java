package org.aidledger.eventstore;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Gives a command another try when somebody else appended to its stream in the meantime: the next
 * try decides from the longer history. Anything else is the caller's to hear.
 */
final class CollisionRetry implements RetryScheduler, AutoCloseable {

    private static final int MOST_RETRIES = 5;

    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("command-retry").factory());

    @SuppressWarnings("rawtypes") // as inherited
    @Override
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException failure,
            List<Class<? extends Throwable>[]> failures,
            Runnable dispatch) {
        if (!isCollision(failure) || failures.size() > MOST_RETRIES) {
            return false;
        }
        try {
            long delayMillis = 5L << failures.size();
            var _ = executor.schedule(dispatch, delayMillis, TimeUnit.MILLISECONDS);
            return true;
        } catch (RejectedExecutionException _) {
            return false; // shutting down: the caller hears of the collision
        }
    }

    private static boolean isCollision(Throwable failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
