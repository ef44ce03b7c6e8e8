/**
 * How the read side is asked: every question runs in one read-only transaction that sees one
 * position of the ledger in all tables, also while a rebuild puts new tables in place of the old.
 *
 * <p>Answers may come from a standby of the database. Whoever was told that reads include a
 * position is never shown an earlier one by the same node.
 */
@NullMarked
package org.aidledger.projections.reading;

import org.jspecify.annotations.NullMarked;
