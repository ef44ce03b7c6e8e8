package org.aidledger.eventstore.read;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * The event log as it stands in PostgreSQL, upcast and read as processors read it. What this node
 * stored just now is answered from memory.
 */
public final class JdbcEventLog implements EventLog {

    private final EventRows rows;
    private final Tail tail;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    public JdbcEventLog(EventRows rows, Tail tail, Serializer serializer, EventUpcaster upcasters) {
        this.rows = rows;
        this.tail = tail;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    @Override
    public long head() {
        return rows.head();
    }

    @Override
    public long count() {
        return rows.head() + 1; // positions have no gaps
    }

    @Override
    public List<Recorded<LedgerEvent>> after(long after, int limit) {
        return read(rows.after(after, limit).stream()).toList();
    }

    @Override
    public List<Recorded<LedgerEvent>> at(Collection<Long> positions) {
        return positions.isEmpty() ? List.of() : read(rows.at(positions).stream()).toList();
    }

    @Override
    public void readStream(String stream, Consumer<Recorded<LedgerEvent>> reader) {
        read(rows.ofStream(stream, 0)).forEach(reader);
    }

    @Override
    public List<Recorded<LedgerEvent>> ofStream(String stream, long fromSequence, int limit) {
        List<TrackedEventMessage<?>> justStored = tail.ofStream(stream, fromSequence, limit);
        return justStored.isEmpty()
                ? read(rows.ofStream(stream, fromSequence, limit).stream()).toList()
                : justStored.stream().map(JdbcEventLog::recorded).toList();
    }

    private Stream<Recorded<LedgerEvent>> read(Stream<EventRow> page) {
        return EventUtils.upcastAndDeserializeTrackedEvents(page, serializer, upcasters)
                .map(JdbcEventLog::recorded);
    }

    private static Recorded<LedgerEvent> recorded(TrackedEventMessage<?> message) {
        return new Recorded<>(
                message.trackingToken().position().orElseThrow(),
                message.getIdentifier(),
                ((DomainEventMessage<?>) message).getSequenceNumber(),
                message.getTimestamp(),
                (LedgerEvent) message.getPayload());
    }
}
