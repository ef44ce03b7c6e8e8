/**
 * The command line. It is a client of the HTTP contract and of nothing else: it talks to the server
 * that {@code --server} names, or to the one that runs on the data folder, or starts one for as
 * long as it needs it. Only what has to work without a ledger (checking a bundle, moving a ledger
 * to another store) is done here, by parts of the core. Owns the promise that standard output
 * carries the result and nothing else, and that the exit code says how it went: 0 done, 1 refused
 * or a check failed, 2 wrong usage.
 */
@NullMarked
package org.aidledger.api.cli;

import org.jspecify.annotations.NullMarked;
