package org.aidledger.proof;

import java.time.Instant;
import java.util.Optional;

/**
 * How the transparency log is.
 *
 * @param hashed events that are in the tree
 * @param stored events that are stored
 * @param last the latest checkpoint
 * @param alarm why the log has stopped
 * @param waits what keeps the log from going on for now; it tries again by itself
 */
public record LogStatus(
        long hashed,
        long stored,
        Optional<LastCheckpoint> last,
        Optional<String> alarm,
        Optional<String> waits) {

    /** The latest checkpoint. */
    public record LastCheckpoint(long size, Instant made) {}

    /** Events that are stored and not hashed yet. */
    public long lag() {
        return Math.max(0, stored - hashed);
    }

    /** Events that no checkpoint speaks for yet. */
    public long unsigned() {
        return stored - last.map(LastCheckpoint::size).orElse(0L);
    }
}
