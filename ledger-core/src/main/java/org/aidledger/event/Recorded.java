package org.aidledger.event;

import java.time.Instant;

/**
 * An event as the store knows it.
 *
 * @param position place in the order of all events of the ledger; larger is later
 * @param eventId identity of the event
 * @param sequence place within its stream, from 0
 * @param recorded the instant at which the ledger learned of it
 * @param event what happened
 */
public record Recorded<E extends LedgerEvent>(
        long position, String eventId, long sequence, Instant recorded, E event) {}
