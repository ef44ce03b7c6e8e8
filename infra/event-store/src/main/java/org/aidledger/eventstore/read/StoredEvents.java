package org.aidledger.eventstore.read;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** The stored events as Axon's messages, upcast. */
public final class StoredEvents {

    private final EventRows rows;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    public StoredEvents(EventRows rows, Serializer serializer, EventUpcaster upcasters) {
        this.rows = rows;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** The last position, -1 if there is none. */
    public long head() {
        return rows.head();
    }

    /** The last position that was recorded before an instant, -1 if there is none. */
    public long lastBefore(Instant instant) {
        return rows.lastBefore(instant);
    }

    /** Sequence of a stream's last event. */
    public Optional<Long> lastSequence(String stream) {
        return rows.lastSequence(stream);
    }

    /** Events after a position, in order, at most so many. */
    public List<TrackedEventMessage<?>> after(long position, int limit) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        rows.after(position, limit).stream(), serializer, upcasters)
                .toList();
    }

    /** Events of one stream, in order. */
    public DomainEventStream ofStream(String stream, long firstSequence) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                rows.ofStream(stream, firstSequence), serializer, upcasters);
    }
}
