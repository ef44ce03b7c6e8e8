package org.aidledger.benchmarks.reading;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.benchmarks.EventCopy;
import org.aidledger.event.LedgerEvent;
import org.aidledger.eventstore.EventTables;
import org.aidledger.eventstore.stored.EventSerializer;
import org.aidledger.projections.processor.LedgerProcessor;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.postgresql.PGConnection;

/** Stores a generated history in the ledger's own tables, as if it had been posted. */
final class StoredHistory {

    private final DataSource dataSource;
    private final GeneratedHistory history;
    private final EventSerializer serializer = EventSerializer.ofLedger();
    private final Map<String, Long> sequences = new HashMap<>();

    StoredHistory(DataSource dataSource, GeneratedHistory history) {
        this.dataSource = dataSource;
        this.history = history;
    }

    /**
     * Fills the tables, unless they hold this history already.
     *
     * @throws IllegalStateException if they hold anything else
     */
    void store() throws SQLException {
        var _ = EventTables.migrated(dataSource);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            long head = head(statement);
            if (head == history.events() - 1) {
                return;
            }
            if (head >= 0) {
                throw new IllegalStateException("the ledger holds another history");
            }
            connection.setAutoCommit(false);
            copy(connection.unwrap(PGConnection.class));
            Instant last = history.recorded(history.events() - 1);
            statement.execute(
                    "update ledger.head set position = %d, recorded = '%s'"
                            .formatted(history.events() - 1, last));
            statement.execute(token(history.events() - 1));
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze ledger.events");
        }
    }

    private static long head(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select position from ledger.head")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** So that a server that opens this ledger does not begin with the first event again. */
    private static String token(long position) {
        return """
        insert into ledger.token_entry (processor_name, segment, token, token_type, time_stamp)
        values ('%s', 0, '{"globalIndex":%d}'::bytea, '%s', '%s')
        """
                .formatted(
                        LedgerProcessor.NAME,
                        position,
                        GlobalSequenceTrackingToken.class.getName(),
                        Instant.now());
    }

    private void copy(PGConnection postgres) throws SQLException {
        try (EventCopy copy = new EventCopy(postgres.getCopyAPI(), "ledger.events")) {
            byte[] metaData = bytes(MetaData.emptyInstance()).getData();
            for (long position = 0; position < history.events(); position++) {
                LedgerEvent event = history.at(position);
                SerializedObject<byte[]> stored = bytes(event);
                copy.row(
                        position,
                        sequences.merge(event.stream(), 0L, (old, _) -> old + 1),
                        history.recorded(position),
                        new UUID(position * 0x9E3779B97F4A7C15L, position),
                        event.stream(),
                        stored.getType().getName(),
                        stored.getType().getRevision(),
                        stored.getData(),
                        metaData);
            }
        }
    }

    private SerializedObject<byte[]> bytes(Object value) {
        return serializer.serialize(value, byte[].class);
    }
}
