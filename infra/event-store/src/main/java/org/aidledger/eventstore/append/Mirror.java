package org.aidledger.eventstore.append;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.aidledger.proof.StoredEvent;

/**
 * The tables of events as the copy of a book that is kept elsewhere. Any number of nodes may copy
 * the same events at once: each batch moves the head from where it was seen, or is not taken. Over
 * one connection, for one thread.
 */
public final class Mirror implements AutoCloseable {

    private static final String HEAD =
            "select position, (extract(epoch from recorded) * 1000000)::bigint from ledger.head";

    private static final String EXTEND =
            """
            with moved as (
                update ledger.head
                set position = ?, recorded = timestamptz 'epoch' + ? * interval '1 microsecond'
                where position = ?
                returning old.position as base
            ), written as (
                insert into ledger.events (position, sequence, recorded, id, stream, type, name,
                                           revision, payload, metadata)
                select moved.base + e.number, e.sequence,
                       timestamptz 'epoch' + e.recorded * interval '1 microsecond',
                       e.id::uuid, e.stream, e.type, e.name, e.revision, e.payload, e.metadata
                from moved,
                     unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::bytea[], ?::bytea[])
                         with ordinality
                         as e(sequence, recorded, id, stream, type, name, revision, payload,
                              metadata, number)
            )
            select pg_notify('%s', ?) from moved
            """
                    .formatted(Announcements.CHANNEL);

    private final Session session;
    private final String node;

    /**
     * @param node what this node calls itself when it tells others of news
     * @param slowestAnswer a database that takes longer to answer counts as out of reach
     */
    public Mirror(Access access, String node, Duration slowestAnswer) {
        this.session = new Session(access, slowestAnswer);
        this.node = node;
    }

    /**
     * How far the copy has come.
     *
     * @param position of the last event, -1 if there is none
     * @param recordedMicros its recorded instant in microseconds since 1970
     */
    public record Head(long position, long recordedMicros) {

        /** The head of a copy that ends with an event. */
        public static Head at(StoredEvent last) {
            return new Head(last.position(), micros(last));
        }
    }

    /** Where the copy ends now. */
    public Head head() throws SQLException {
        try (Statement question = session.connection().createStatement();
                ResultSet head = question.executeQuery(HEAD)) {
            head.next();
            return new Head(head.getLong(1), head.getLong(2));
        }
    }

    /**
     * Adds what follows in one durable commit, and tells the other nodes.
     *
     * @param before where the copy ended when the events were numbered
     * @param events those behind it, without a gap
     * @return false if the copy no longer ends there: another node was first, nothing was added
     */
    public boolean extend(Head before, List<StoredEvent> events) throws SQLException {
        Head after = Head.at(events.getLast());
        Connection connection = session.connection();
        try (PreparedStatement extend = connection.prepareStatement(EXTEND)) {
            extend.setLong(1, after.position());
            extend.setLong(2, after.recordedMicros());
            extend.setLong(3, before.position());
            extend.setArray(4, array(connection, "int8", events, StoredEvent::sequence));
            extend.setArray(5, array(connection, "int8", events, Mirror::micros));
            extend.setArray(6, array(connection, "text", events, StoredEvent::eventId));
            extend.setArray(7, array(connection, "text", events, StoredEvent::stream));
            extend.setArray(8, array(connection, "text", events, StoredEvent::type));
            extend.setArray(9, array(connection, "text", events, StoredEvent::name));
            extend.setArray(10, array(connection, "text", events, StoredEvent::revision));
            extend.setArray(11, array(connection, "bytea", events, StoredEvent::payload));
            extend.setArray(12, array(connection, "bytea", events, StoredEvent::metadata));
            extend.setString(13, node);
            try (ResultSet told = extend.executeQuery()) {
                return told.next();
            }
        }
    }

    private static Array array(
            Connection connection,
            String type,
            List<StoredEvent> events,
            Function<StoredEvent, Object> part)
            throws SQLException {
        Object[] parts =
                switch (type) {
                    case "text" -> events.stream().map(part).toArray(String[]::new);
                    case "bytea" -> events.stream().map(part).toArray(byte[][]::new);
                    default -> events.stream().map(part).toArray(Long[]::new);
                };
        return connection.createArrayOf(type, parts);
    }

    private static long micros(StoredEvent event) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, event.recorded());
    }

    /** What the copy holds in the places of streams that events are for. */
    public Places places(List<NewEvent> events) throws SQLException {
        return Places.of(session.connection(), events);
    }

    /** Gives the connection up, whatever it was doing; the next call opens another. */
    public void discard() {
        session.discard();
    }

    @Override
    public void close() {
        session.close();
    }
}
