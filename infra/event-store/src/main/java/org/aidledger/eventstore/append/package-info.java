/**
 * The write side of the store: one writer on each node takes whatever appends wait and stores them
 * in one durable commit, and each append hears of its own result.
 *
 * <p>A commit moves the row {@code ledger.head} and inserts its events at the positions that this
 * gives, in one transaction. The row's lock puts the commits of all nodes into one order, so
 * positions are without gaps and appear in order, and no node leads. Unique keys on (stream,
 * sequence) are what finally refuses two events in one place.
 *
 * <p>Owns: an append is answered {@code Stored} only if it is, and {@code Collided}, {@code
 * Undermined} or {@code Failed} only if it is not and never will be. When the connection is lost in
 * the middle of a commit the writer ends the old session, looks the events up and only then
 * answers.
 */
@NullMarked
package org.aidledger.eventstore.append;

import org.jspecify.annotations.NullMarked;
