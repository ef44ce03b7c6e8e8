package org.aidledger.projections.writing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingEvent;
import org.aidledger.fund.FundEvent;

/** All projections together: hands each event to every one and stores what they add. */
public final class ReadModel {

    /** Schema of the tables that questions are answered from. */
    public static final String LIVE = "read";

    private final List<Projection> projections;

    public ReadModel(List<Projection> projections) {
        this.projections = List.copyOf(projections);
    }

    /** The tables of all projections. */
    public List<ReadTable> tables() {
        return projections.stream().flatMap(p -> p.tables().stream()).toList();
    }

    /**
     * Stores what the events leave, within the caller's transaction. The events must follow those
     * stored before.
     *
     * @param schema where the tables are
     */
    public void store(
            List<? extends Recorded<? extends LedgerEvent>> events,
            Connection connection,
            String schema)
            throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        advance(connection, schema, events.getFirst().position(), events.getLast().position());
        Rows rows = new Rows();
        events.forEach(event -> collect(event, rows));
        rows.store(connection, schema);
    }

    private void collect(Recorded<? extends LedgerEvent> at, Rows rows) {
        for (Projection projection : projections) {
            switch (at.event()) {
                case FundEvent event -> projection.on(event, at, rows);
                case FindingEvent event -> projection.on(event, at, rows);
                default ->
                        throw new IllegalArgumentException(
                                "neither of a fund nor of a finding: " + at);
            }
        }
    }

    private static void advance(Connection connection, String schema, long first, long last)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update %s.position set position = ? where position < ?"
                                .formatted(schema))) {
            update.setLong(1, last);
            update.setLong(2, first);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException(
                        "the read tables already hold the event at position " + first);
            }
        }
    }
}
