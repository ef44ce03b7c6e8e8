/**
 * IATI 2.0x activity files. A file is read three times as a stream: once to its end to see which
 * funds it needs and whether it can be taken at all, then for what a fund must know beforehand
 * (activities, budgets, incoming money), then for everything else; never more than one activity is
 * in memory. Every reporting organisation, currency and recipient country has a fund in observed
 * mode; every transaction becomes exactly one posting there, with the file's digest, the activity
 * and its ordinal as provenance.
 *
 * <p>Which posting a transaction becomes is said in {@link
 * org.aidledger.api.imports.iati.TransactionCommands}; what makes two lines the same line is said
 * in {@link org.aidledger.api.imports.iati.Line}.
 */
@NullMarked
package org.aidledger.api.imports.iati;

import org.jspecify.annotations.NullMarked;
