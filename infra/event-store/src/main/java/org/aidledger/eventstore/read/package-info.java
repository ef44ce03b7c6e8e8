/**
 * The read side of the store: streams of one aggregate, and all events in order of position.
 *
 * <p>Whoever follows the events gets those that this node stored handed over from memory as soon as
 * they are durable, and is woken when another node tells of its own. What memory no longer holds is
 * read from the database. Since positions appear in order and without gaps, the next event is
 * always the one at the next position.
 *
 * <p>Owns: a reader sees every event once, in order, and none before it is durable.
 */
@NullMarked
package org.aidledger.eventstore.read;

import org.jspecify.annotations.NullMarked;
