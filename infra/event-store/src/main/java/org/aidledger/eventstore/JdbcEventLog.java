package org.aidledger.eventstore;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** The event log as it stands in PostgreSQL, upcast and read as processors read it. */
final class JdbcEventLog implements EventLog {

    private static final int PAGE = 1000;

    private final EventRows rows;
    private final EventSerializer serializer;
    private final EventUpcaster upcasters;

    JdbcEventLog(EventRows rows, EventSerializer serializer, EventUpcaster upcasters) {
        this.rows = rows;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    @Override
    public long head() {
        return rows.head();
    }

    @Override
    public long count() {
        return rows.count();
    }

    @Override
    public List<Recorded<LedgerEvent>> after(long after, int limit) {
        return read(rows.after(after, limit)).toList();
    }

    @Override
    public void readStream(String stream, Consumer<Recorded<LedgerEvent>> reader) {
        long next = 0;
        List<EventRow> page;
        do {
            page = rows.ofStream(stream, next, PAGE);
            read(page).forEach(reader);
            next += page.size();
        } while (page.size() == PAGE);
    }

    @Override
    public List<Recorded<LedgerEvent>> ofStream(String stream, long fromSequence, int limit) {
        return read(rows.ofStream(stream, fromSequence, limit)).toList();
    }

    private Stream<Recorded<LedgerEvent>> read(List<EventRow> page) {
        return EventUtils.upcastAndDeserializeTrackedEvents(page.stream(), serializer, upcasters)
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
