/**
 * The whole ledger as one file. A backup is a ZIP archive: of each table whose rows are what the
 * ledger was told, one entry with these rows in PostgreSQL's binary COPY form, and at the end a
 * manifest with their numbers and digests. What can be computed again (read tables, snapshots,
 * tokens) is left out. Rows keep their positions, instants and bytes, so that proofs made before
 * hold after a restore.
 *
 * <p>Owns: a restore brings back exactly what was backed up, up to the instant asked for, or
 * nothing.
 */
@NullMarked
package org.aidledger.eventstore.backup;

import org.jspecify.annotations.NullMarked;
