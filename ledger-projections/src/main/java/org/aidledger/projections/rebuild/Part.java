package org.aidledger.projections.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.projections.writing.BatchWriter;
import org.aidledger.projections.writing.ReadModel;

/**
 * A part of the funds on its way into the new tables. How far it has come is committed with its
 * rows, in the schema of the new tables, where a rebuild that was cut off finds it.
 */
final class Part {

    private final int number;
    private final BatchWriter writer;
    private final long resumed;
    private long reached;
    private long events;

    private Part(int number, BatchWriter writer, long reached, long events) {
        this.number = number;
        this.writer = writer;
        this.resumed = reached;
        this.reached = reached;
        this.events = events;
    }

    /** Makes the table of parts, at their beginning. */
    static void create(Statement statement, int parts) throws SQLException {
        statement.execute(
                "create table %s.rebuild_part (part int primary key, position bigint, events bigint)"
                        .formatted(Generation.NEXT));
        statement.execute(
                "insert into %s.rebuild_part select n, -1, 0 from generate_series(0, %d) n"
                        .formatted(Generation.NEXT, parts - 1));
    }

    /** All parts, as far as they have come. */
    static List<Part> all(Connection connection, ReadModel model) throws SQLException {
        List<Part> parts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select part, position, events from %s.rebuild_part order by part"
                                        .formatted(Generation.NEXT))) {
            while (row.next()) {
                parts.add(
                        new Part(
                                row.getInt(1),
                                model.writer(Generation.NEXT),
                                row.getLong(2),
                                row.getLong(3)));
            }
        }
        return parts;
    }

    /** Where it stood when this rebuild began, or went on. */
    long resumed() {
        return resumed;
    }

    long reached() {
        return reached;
    }

    long events() {
        return events;
    }

    /**
     * Writes the rows of events.
     *
     * @param last where the part stands afterwards, whosever event that is
     */
    void add(List<Recorded<LedgerEvent>> share, long last, Connection connection)
            throws SQLException {
        writer.add(share, connection);
        reached = Math.max(reached, last);
        events += share.size();
    }

    /** Makes what was written stay. */
    void commit(Connection connection) throws SQLException {
        writer.settle(connection);
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update %s.rebuild_part set position = ?, events = ? where part = ?"
                                .formatted(Generation.NEXT))) {
            update.setLong(1, reached);
            update.setLong(2, events);
            update.setInt(3, number);
            update.executeUpdate();
        }
        connection.commit();
    }
}
