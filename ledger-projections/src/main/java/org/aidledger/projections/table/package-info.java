/**
 * Rows on their way into PostgreSQL. {@link org.aidledger.projections.table.ReadTable} names a
 * table's columns, {@link org.aidledger.projections.table.Rows} writes rows in the database's own
 * binary form as they come, and one COPY per table stores them, however many they are.
 */
@NullMarked
package org.aidledger.projections.table;

import org.jspecify.annotations.NullMarked;
