/**
 * The edge of the ledger: turns requests and command lines into commands and queries, and answers
 * back. No SQL and no domain rule lives here.
 */
@NullMarked
package org.aidledger.api;

import org.jspecify.annotations.NullMarked;
