/**
 * Whether the ledger is well: its read side's position, lag and last error. Whoever asks is
 * answered within seconds, also where a part of it hangs.
 */
@NullMarked
package org.aidledger.api.health;

import org.jspecify.annotations.NullMarked;
