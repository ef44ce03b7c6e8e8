/**
 * How quick the ledger is, beside what else one could take. Contestants do the same work in turn,
 * several rounds of it on the same machine and database server; the medians are compared. Absolute
 * figures are the machine's, ratios the ledger's.
 *
 * <p>Owns: a figure that this prints was measured in the run that prints it.
 */
@NullMarked
package org.aidledger.benchmarks;

import org.jspecify.annotations.NullMarked;
