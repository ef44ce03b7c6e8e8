package org.aidledger.eventstore.append;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * Few events in one statement, which is one round trip and one commit. The columns travel as
 * arrays, so that the statement is the same whatever their number.
 */
final class Insert {

    private static final String WRITE =
            """
            with head as (
                update ledger.head
                set position = head.position + ?,
                    recorded = greatest(head.recorded + interval '1 microsecond',
                                        timestamptz 'epoch' + ? * interval '1 microsecond')
                returning old.position as base,
                          old.recorded + interval '1 microsecond' as floor
            ), written as (
                insert into ledger.events (position, sequence, recorded, id, stream, type, name,
                                           revision, payload, metadata)
                select head.base + e.number, e.sequence,
                       greatest(head.floor,
                                timestamptz 'epoch' + e.recorded * interval '1 microsecond'),
                       e.id, e.stream, e.type, e.name, e.revision, e.payload, e.metadata
                from head,
                     unnest(?::bigint[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::bytea[], ?::bytea[])
                         with ordinality
                         as e(sequence, recorded, id, stream, type, name, revision, payload,
                              metadata, number)
            )
            select base, (extract(epoch from floor) * 1000000)::bigint
            """;

    private static final String SILENTLY = WRITE + "from head";
    private static final String ALOUD =
            WRITE + ", pg_notify('" + Announcements.CHANNEL + "', ?) from head";

    private Insert() {}

    /**
     * @param recorded each event's instant in microseconds, never falling
     * @param aloud whether other nodes are told
     */
    static Written write(
            Connection connection,
            List<NewEvent> events,
            long[] recorded,
            Announcements announcements,
            boolean aloud)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(aloud ? ALOUD : SILENTLY)) {
            insert.setLong(1, events.size());
            insert.setLong(2, recorded[recorded.length - 1]);
            long[] sequences = events.stream().mapToLong(NewEvent::sequence).toArray();
            insert.setArray(3, connection.createArrayOf("int8", boxed(sequences)));
            insert.setArray(4, connection.createArrayOf("int8", boxed(recorded)));
            insert.setArray(5, array(connection, "uuid", events, NewEvent::id));
            insert.setArray(6, array(connection, "text", events, NewEvent::stream));
            insert.setArray(7, array(connection, "text", events, NewEvent::type));
            insert.setArray(8, array(connection, "text", events, NewEvent::name));
            insert.setArray(9, array(connection, "text", events, NewEvent::revision));
            insert.setArray(10, bytes(connection, events, NewEvent::payload));
            insert.setArray(11, bytes(connection, events, NewEvent::metadata));
            if (aloud) {
                insert.setString(12, announcements.node());
            }
            try (ResultSet head = insert.executeQuery()) {
                head.next();
                return new Written(head.getLong(1), head.getLong(2));
            }
        }
    }

    private static Long[] boxed(long[] values) {
        Long[] boxed = new Long[values.length];
        for (int i = 0; i < values.length; i++) {
            boxed[i] = values[i];
        }
        return boxed;
    }

    private static Array array(
            Connection connection, String type, List<NewEvent> events, Function<NewEvent, Object> f)
            throws SQLException {
        Object[] values =
                type.equals("text")
                        ? events.stream().map(f).toArray(String[]::new)
                        : events.stream().map(f).toArray();
        return connection.createArrayOf(type, values);
    }

    private static Array bytes(
            Connection connection, List<NewEvent> events, Function<NewEvent, byte[]> f)
            throws SQLException {
        return connection.createArrayOf("bytea", events.stream().map(f).toArray(byte[][]::new));
    }
}
