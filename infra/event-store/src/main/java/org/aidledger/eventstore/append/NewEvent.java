package org.aidledger.eventstore.append;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * An event on its way into the store, already in its stored form.
 *
 * @param id identity of the event, the message's own
 * @param name stored name
 * @param revision shape of the stored form
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NewEvent(
        DomainEventMessage<?> message,
        UUID id,
        String name,
        String revision,
        byte[] payload,
        byte[] metadata) {

    public String stream() {
        return message.getAggregateIdentifier();
    }

    public long sequence() {
        return message.getSequenceNumber();
    }

    public String type() {
        return message.getType();
    }

    /** The instant that the message carries, in microseconds since 1970. */
    public long micros() {
        return micros(message.getTimestamp());
    }

    private static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), 1_000_000L),
                TimeUnit.NANOSECONDS.toMicros(instant.getNano()));
    }

    /** Roughly what it takes in memory. */
    public int bytes() {
        return payload.length + metadata.length + 2 * stream().length() + 100;
    }
}
