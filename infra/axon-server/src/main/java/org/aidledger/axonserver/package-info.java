/**
 * Keeps events in Axon Server, where {@code ledger.store} says {@code axon-server}, and has it
 * bring commands to the node that holds their fund. An auto-configuration ({@link
 * org.aidledger.axonserver.AxonServerWiring}); nobody else knows of it.
 *
 * <p>Axon Server owns the events: what it confirmed is recorded, its order is theirs, and its check
 * of sequences refuses two in one place. The tables of events in PostgreSQL are a copy, made by
 * every node in that order; what reads events (log of proofs, processors, journal, exports) reads
 * the copy. An append is answered when both have it, so who was told of an event can read it.
 *
 * <p>Owns: the copy follows from Axon Server alone, to the byte, however often and by whomever it
 * is made: positions are its tokens, and recorded instants follow from what is kept with each
 * event.
 */
@NullMarked
package org.aidledger.axonserver;

import org.jspecify.annotations.NullMarked;
