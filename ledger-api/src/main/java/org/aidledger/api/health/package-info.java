/** Whether the ledger is well: its read side's position, lag and last error. */
@NullMarked
package org.aidledger.api.health;

import org.jspecify.annotations.NullMarked;
