/**
 * Refusals. A command that the ledger does not accept ends in a {@link
 * org.aidledger.rejection.Rejection} with a permanent code and the values that would have been
 * accepted; nothing else is thrown for expected outcomes.
 */
@NullMarked
package org.aidledger.rejection;

import org.jspecify.annotations.NullMarked;
