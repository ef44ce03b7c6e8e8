package org.aidledger.proof;

import java.time.Instant;

/**
 * An event exactly as it is stored, not read.
 *
 * @param position place in the order of all events
 * @param recorded when the ledger learned of it
 * @param stream aggregate that it belongs to
 * @param sequence place within its stream
 * @param type kind of aggregate
 * @param name stored name
 * @param revision shape of the stored form
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StoredEvent(
        long position,
        Instant recorded,
        String stream,
        long sequence,
        String eventId,
        String type,
        String name,
        String revision,
        byte[] payload,
        byte[] metadata) {

    /**
     * What of it is hashed.
     *
     * @throws IllegalArgumentException if it cannot be an event of this ledger
     */
    public Leaf leaf() {
        return leafAt(position);
    }

    /** What would be hashed of it if it stood elsewhere. */
    public Leaf leafAt(long otherPosition) {
        return new Leaf(
                otherPosition,
                recorded,
                stream,
                sequence,
                eventId,
                type,
                name,
                revision,
                Hash.of(payload),
                Hash.of(metadata));
    }
}
