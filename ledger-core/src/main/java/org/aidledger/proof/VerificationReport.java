package org.aidledger.proof;

import java.util.List;

/**
 * What came of a verification.
 *
 * @param events how many were read and hashed
 * @param signedFor how many of them the largest checkpoint speaks for that holds
 * @param tiles how many full tiles were compared
 * @param checkpoints how many stored checkpoints were compared
 * @param older how many checkpoints kept elsewhere were compared
 * @param flaws what is wrong, by position; not more than a few
 */
public record VerificationReport(
        long events, long signedFor, long tiles, long checkpoints, long older, List<Flaw> flaws) {

    public VerificationReport {
        flaws = List.copyOf(flaws);
    }

    /** Whether everything is as it was. */
    public boolean sound() {
        return flaws.isEmpty();
    }
}
