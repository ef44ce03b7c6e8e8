/**
 * What the ledger was asked and answered, what it holds, and whether the two agree. The books are
 * computed here from the events by rules of its own, the log's tree from the entries; nothing is
 * taken from the ledger that could be wrong in the same way.
 *
 * <p>Owns: whatever breaks a promise of the ledger becomes a {@link
 * org.aidledger.faults.check.Flaw}, and nothing else does.
 */
@NullMarked
package org.aidledger.faults.check;

import org.jspecify.annotations.NullMarked;
