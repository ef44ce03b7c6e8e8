/**
 * What every event of the ledger has in common: a stored name that outlives its class, a {@link
 * org.aidledger.event.Voucher} that says who, when and on what documents, and, once stored, a
 * position and a recorded instant.
 */
@NullMarked
package org.aidledger.event;

import org.jspecify.annotations.NullMarked;
