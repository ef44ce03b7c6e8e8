/**
 * Balances of accounts at a point in time, read from the two-axis index: an account alone from one
 * chunk of its fund's pages, the trial balance from all.
 */
@NullMarked
package org.aidledger.projections.balance;

import org.jspecify.annotations.NullMarked;
