package org.aidledger.eventstore.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Gives a command another try when somebody else appended to its stream in the meantime: the next
 * try decides from the longer history. Anything else is the caller's to hear.
 */
public final class CollisionRetry implements RetryScheduler {

    /** Of those who collide one always comes through, so many of them need many tries. */
    private static final int MOST_RETRIES = 50;

    private static final long LONGEST_PAUSE_MILLIS = 64;

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
        Duration pause = pause(failures.size());
        Thread.ofVirtual()
                .name("command-retry")
                .start(() -> {
                    try {
                        Thread.sleep(pause);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt(); // the dispatch will say so
                    }
                    dispatch.run();
                });
        return true;
    }

    /** Of random length, so that those who collided do not meet again. */
    private static Duration pause(int failures) {
        long most = Math.min(LONGEST_PAUSE_MILLIS, 1L << Math.min(failures, 10)) * 1000;
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(most) * 1000);
    }

    private static boolean isCollision(Throwable failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException;
    }
}
