package org.aidledger.proof;

import java.util.List;
import java.util.Optional;

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
     * @param key the log's key, as somebody kept it elsewhere; else those that the store names
     */
    VerificationReport run(List<SignedNote> older, Optional<VerifierKey> key, Progress progress);
}
