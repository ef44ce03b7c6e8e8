package org.aidledger.proof;

import java.util.List;

/** Recomputes the whole log from the stored events and compares it with all that it ever said. */
public interface Verification {

    /** Hears how far it is. */
    @FunctionalInterface
    interface Progress {
        void at(long done, long of);
    }

    /**
     * Verifies.
     *
     * @param older checkpoints that somebody kept elsewhere
     * @param keys all keys that the log ever had, as somebody kept them elsewhere; none, and those
     *     count that the store names
     */
    VerificationReport run(List<SignedNote> older, List<VerifierKey> keys, Progress progress);
}
