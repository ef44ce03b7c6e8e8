/**
 * The read side on a generated history of any length: how long questions take at random points in
 * time, beside the same questions on a short history, and how quickly the read tables are rebuilt.
 * The events are stored as the ledger stores them; everything else is the ledger's own doing.
 */
@NullMarked
package org.aidledger.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
