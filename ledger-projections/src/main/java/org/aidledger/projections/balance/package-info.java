/** Balances of accounts at a point in time, summed from the journal. */
@NullMarked
package org.aidledger.projections.balance;

import org.jspecify.annotations.NullMarked;
