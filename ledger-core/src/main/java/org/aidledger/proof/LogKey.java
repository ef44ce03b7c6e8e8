package org.aidledger.proof;

import java.time.Instant;

/**
 * A key that the log signs with, or has signed with.
 *
 * @param since when it was first used
 * @param inUse whether new checkpoints are signed with it
 */
public record LogKey(VerifierKey key, Instant since, boolean inUse) {}
