package org.aidledger.proof;

import java.time.Instant;

/**
 * A checkpoint that the log made.
 *
 * @param made when
 * @param note with the log's signatures and those of witnesses
 */
public record IssuedCheckpoint(Instant made, SignedNote note) {

    /** What it says. */
    public Checkpoint checkpoint() {
        return Checkpoint.of(note);
    }
}
