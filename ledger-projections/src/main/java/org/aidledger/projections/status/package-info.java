/** How far the read side has come in the ledger, and whether it stands still. */
@NullMarked
package org.aidledger.projections.status;

import org.jspecify.annotations.NullMarked;
