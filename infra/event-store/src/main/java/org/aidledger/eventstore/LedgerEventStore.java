package org.aidledger.eventstore;

import org.aidledger.eventstore.read.StoredEvents;
import org.aidledger.eventstore.read.Tail;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store on {@link LedgerStorageEngine}, whose readers are woken instead of looking.
 */
final class LedgerEventStore extends AbstractEventStore {

    private final Tail tail;
    private final StoredEvents stored;

    LedgerEventStore(Parts parts, Tail tail, StoredEvents stored) {
        super(parts);
        this.tail = tail;
        this.stored = stored;
    }

    /** What Axon wants to be given. */
    static final class Parts extends AbstractEventStore.Builder {}

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return tail.follow(stored, LedgerStorageEngine.position(token));
    }
}
