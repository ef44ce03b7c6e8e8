/**
 * The way of a command to its aggregate. The aggregate's lock is held while the command is decided,
 * not while its events become durable: the next command decides on an aggregate in memory that may
 * be ahead of the database, and the events of both travel in the same commit or in two that follow
 * each other.
 *
 * <p>Owns: no answer, be it an acceptance or a refusal, rests on an event that is not durable. What
 * was decided on events that then were not stored is decided again from those that were; and so is
 * what was refused without knowing of events that another node appended.
 */
@NullMarked
package org.aidledger.eventstore.command;

import org.jspecify.annotations.NullMarked;
