/**
 * The demonstration: funds modelled on published cases, as a seeded list of commands in the order
 * in which the ledger learned of them. Nothing here is a prepared result; every figure that the
 * demonstration shows is computed by the ledger from these commands. Names, papers and amounts
 * beyond the published totals are invented.
 */
@NullMarked
package org.aidledger.api.demo;

import org.jspecify.annotations.NullMarked;
