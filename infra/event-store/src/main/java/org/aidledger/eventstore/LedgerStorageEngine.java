package org.aidledger.eventstore;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.aidledger.eventstore.append.Append;
import org.aidledger.eventstore.append.Appender;
import org.aidledger.eventstore.append.NewEvent;
import org.aidledger.eventstore.command.Footing;
import org.aidledger.eventstore.read.StoredEvents;
import org.aidledger.eventstore.snapshot.StoredSnapshots;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's seam to the store. An append within a command only hands the events over; the command's
 * {@link Footing} waits for them after the aggregate's lock is free. Anybody else's append waits
 * here.
 */
final class LedgerStorageEngine implements EventStorageEngine {

    private static final byte[] NO_METADATA = "{}".getBytes(StandardCharsets.UTF_8);

    private static final int PAGE = 1000;

    private final Appender appender;
    private final StoredEvents stored;
    private final StoredSnapshots snapshots;
    private final Serializer serializer;
    private final Duration patience;

    LedgerStorageEngine(
            Appender appender,
            StoredEvents stored,
            StoredSnapshots snapshots,
            Serializer serializer,
            Duration patience) {
        this.appender = appender;
        this.stored = stored;
        this.snapshots = snapshots;
        this.serializer = serializer;
        this.patience = patience;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        List<NewEvent> rows = events.stream().map(this::row).toList();
        Optional<Footing> command = Footing.current();
        Footing footing = command.orElseGet(() -> new Footing(patience));
        Append append = appender.append(rows, footing.lineage());
        footing.appended(append);
        if (command.isEmpty()) {
            footing.hold();
        }
    }

    private NewEvent row(EventMessage<?> event) {
        if (!(event instanceof DomainEventMessage<?> message)) {
            throw new IllegalArgumentException("only events of aggregates are kept: " + event);
        }
        SerializedObject<byte[]> payload = message.serializePayload(serializer, byte[].class);
        return new NewEvent(
                message,
                UUID.fromString(message.getIdentifier()),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                message.getMetaData().isEmpty()
                        ? NO_METADATA
                        : message.serializeMetaData(serializer, byte[].class).getData());
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
            @Nullable TrackingToken token, boolean mayBlock) {
        return stored.after(position(token), PAGE).stream();
    }

    static long position(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        return stored.ofStream(stream, firstSequence);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return stored.lastSequence(stream);
    }

    /** Before the first event: there is no token for that. */
    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        long head = stored.head();
        return head < 0 ? null : new GlobalSequenceTrackingToken(head);
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant instant) {
        long before = stored.lastBefore(instant);
        return before < 0 ? null : new GlobalSequenceTrackingToken(before);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return snapshots.read(stream);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot);
    }
}
