package org.aidledger.eventstore.snapshot;

import java.time.Duration;

/**
 * When a stream is worth a snapshot.
 *
 * @param leastTail more events than this have come since the last one
 * @param part and more than this part of the stream: 50 is a fiftieth
 * @param pause time between that and the snapshot, which makes it one for a whole burst
 */
public record SnapshotRule(long leastTail, long part, Duration pause) {

    /**
     * A tail this long is read in some ten milliseconds. The snapshot of a busy fund of 100,000
     * events is written once in the pause, some 15 MB.
     */
    public static final SnapshotRule USUAL = new SnapshotRule(1000, 50, Duration.ofSeconds(10));

    boolean isDue(long tail, long events) {
        return tail > leastTail && tail > events / part;
    }
}
