package org.aidledger.projections.writing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aidledger.approval.ApprovalEvent;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingEvent;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.payee.PayeeEvent;
import org.aidledger.projections.table.ReadTable;
import org.aidledger.projections.tally.TallyShape;
import org.aidledger.projections.tally.TallyTables;
import org.aidledger.projections.tally.TallyWriter;
import org.aidledger.sample.SampleEvent;
import org.aidledger.snapshot.SnapshotEvent;

/** All projections together: hands each event to every one and stores what they leave. */
public final class ReadModel {

    /** Schema of the tables that questions are answered from. */
    public static final String LIVE = "read";

    private final List<Projection> projections;
    private final TallyShape shape;

    public ReadModel(List<Projection> projections, TallyShape shape) {
        this.projections = List.copyOf(projections);
        this.shape = shape;
    }

    /** The tables whose rows are only ever added. */
    public List<ReadTable> appended() {
        return Stream.concat(
                        projections.stream().flatMap(p -> p.tables().stream()),
                        TallyTables.appended().stream())
                .toList();
    }

    /** The tables whose rows are replaced as funds grow. */
    public List<ReadTable> replaced() {
        return List.of(TallyTables.heads());
    }

    /** The tables in which rows are looked up when events are stored. */
    public List<ReadTable> lookedUp() {
        return Stream.concat(TallyTables.appended().stream(), replaced().stream()).toList();
    }

    /**
     * Stores what the events leave and moves the position, within the caller's transaction. The
     * events must follow those stored before.
     *
     * @param schema where the tables are
     */
    public void store(
            List<? extends Recorded<? extends LedgerEvent>> events,
            Connection connection,
            String schema)
            throws SQLException {
        if (!events.isEmpty()) {
            advance(connection, schema, events.getFirst().position(), events.getLast().position());
            BatchWriter writer = writer(schema);
            writer.add(events, connection);
            writer.settle(connection);
        }
    }

    /** What writes the tables of a schema, from where they stand. */
    public BatchWriter writer(String schema) {
        return new BatchWriter(projections, new TallyWriter(shape, schema), schema);
    }

    /** The shape of the two-axis index. */
    public TallyShape shape() {
        return shape;
    }

    /**
     * The fund whose rows an event leaves. That a payee was erased leaves none: no figure depends
     * on a name. Those of a snapshot stand with the first of its funds.
     *
     * @throws IllegalArgumentException if this release does not know the event
     */
    public static Optional<FundId> fund(LedgerEvent event) {
        return switch (event) {
            case FundEvent e -> Optional.of(e.fund());
            case FindingEvent e -> Optional.of(e.fund());
            case ApprovalEvent e -> Optional.of(e.fund());
            case SampleEvent e -> Optional.of(e.fund());
            case PayeeEvent _ -> Optional.empty();
            case SnapshotEvent e -> Optional.of(e.funds().getFirst());
            default -> throw new IllegalArgumentException("of no fund: " + event);
        };
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
