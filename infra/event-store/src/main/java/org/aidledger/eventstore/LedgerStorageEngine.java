package org.aidledger.eventstore;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Axon's JDBC storage with three differences: instants keep their microseconds, processors read in
 * strict order of position and skip nothing however long an append takes, and there are no
 * snapshots.
 */
final class LedgerStorageEngine extends JdbcEventStorageEngine {

    private final EventRows rows;

    LedgerStorageEngine(Builder stock, EventRows rows) {
        super(stock);
        this.rows = rows;
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
            @Nullable TrackingToken lastToken, int batchSize) {
        long position = lastToken == null ? -1 : lastToken.position().orElse(-1);
        return rows.after(position, batchSize);
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String stream, long firstSequence, int batchSize) {
        return rows.ofStream(stream, firstSequence, batchSize);
    }

    /** Before the first event: there is no token for that. */
    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        long head = rows.head();
        return head < 0 ? null : new GlobalSequenceTrackingToken(head);
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        throw new UnsupportedOperationException(
                "positions do not follow recorded instants; start from a position");
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return Optional.<DomainEventData<?>>empty().stream();
    }

    @Override
    protected void writeTimestamp(PreparedStatement statement, int position, Instant instant)
            throws SQLException {
        statement.setObject(position, instant.atOffset(ZoneOffset.UTC));
    }
}
