package org.aidledger.eventstore.append;

import java.time.Duration;

/**
 * How much the writer takes on.
 *
 * @param waitingEvents beyond so many events that wait, further appends are turned away
 * @param waitingBytes beyond so many bytes of them as well
 * @param commitEvents at most so many events go into one commit, unless one append has more
 * @param commitBytes at most so many bytes as well
 * @param slowestAnswer a database that takes longer to answer counts as out of reach
 */
public record AppendLimits(
        int waitingEvents,
        long waitingBytes,
        int commitEvents,
        long commitBytes,
        Duration slowestAnswer) {

    /** Some seconds' work, and memory that a small machine has. */
    public static final AppendLimits USUAL =
            new AppendLimits(50_000, 64L << 20, 10_000, 16L << 20, Duration.ofSeconds(10));
}
