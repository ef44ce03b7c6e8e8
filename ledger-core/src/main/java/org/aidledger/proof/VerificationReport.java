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
 * @param payees names of payees that were looked at
 * @param flaws what is wrong: in the log by position, then with payees by position; not more than a
 *     few of each
 */
public record VerificationReport(
        long events,
        long signedFor,
        long tiles,
        long checkpoints,
        long older,
        Names payees,
        List<Flaw> flaws) {

    /**
     * How many names of payees are as they were made.
     *
     * @param opened fit their pseudonyms
     * @param erased are gone, as events say
     * @param givenUp are under a master key that nobody has any more, so that nobody can tell
     */
    public record Names(long opened, long erased, long givenUp) {}

    public VerificationReport {
        flaws = List.copyOf(flaws);
    }

    /** Whether everything is as it was. */
    public boolean sound() {
        return flaws.isEmpty();
    }
}
