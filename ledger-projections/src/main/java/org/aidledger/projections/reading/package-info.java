/**
 * How the read side is asked: every question runs in one read-only transaction that sees one
 * position of the ledger in all tables, also while a rebuild puts new tables in place of the old.
 */
@NullMarked
package org.aidledger.projections.reading;

import org.jspecify.annotations.NullMarked;
