/**
 * Keeps events in PostgreSQL for Axon: appended once and durably, under a stable name, never
 * changed, read by everybody in one order. An auto-configuration ({@link
 * org.aidledger.eventstore.EventStoreWiring}): whoever has it and a data source on the class path
 * can send commands to funds and findings, handle their events exactly once and read the {@link
 * org.aidledger.event.EventLog}.
 *
 * <p>Read in this order: {@link org.aidledger.eventstore.append} (how events become durable),
 * {@link org.aidledger.eventstore.command} (how commands are decided meanwhile), {@link
 * org.aidledger.eventstore.read} (how they are followed), {@link org.aidledger.eventstore.stored}
 * (what they look like).
 *
 * <p>Owns: no event is lost, altered, reordered or skipped between a command's acceptance and its
 * readers.
 */
@NullMarked
package org.aidledger.eventstore;

import org.jspecify.annotations.NullMarked;
