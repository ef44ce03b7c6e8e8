package org.aidledger.projections.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.aidledger.approval.ApprovalEvent;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingEvent;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.projections.table.Rows;
import org.aidledger.projections.tally.Facts;
import org.aidledger.projections.tally.TallyWriter;
import org.aidledger.sample.SampleEvent;
import org.aidledger.snapshot.SnapshotEvent;

/**
 * Writes what events leave into the tables of one schema, batch after batch. It remembers how far
 * it has come, so that it serves one order of events, whose funds nobody else writes.
 */
public final class BatchWriter {

    private final List<Projection> projections;
    private final TallyWriter tally;
    private final String schema;
    private final Rows rows = new Rows();

    BatchWriter(List<Projection> projections, TallyWriter tally, String schema) {
        this.projections = projections;
        this.tally = tally;
        this.schema = schema;
    }

    /** Stores what the events leave, within the caller's transaction, and leaves the position. */
    public void add(List<? extends Recorded<? extends LedgerEvent>> events, Connection connection)
            throws SQLException {
        Facts facts = new Facts();
        events.forEach(event -> collect(event, facts));
        tally.add(facts, rows, connection);
        rows.store(connection, schema);
        tally.rowsAreStored();
    }

    /** Stores how far it has come; to be done before each commit. */
    public void settle(Connection connection) throws SQLException {
        tally.storeHeads(connection);
    }

    private void collect(Recorded<? extends LedgerEvent> at, Facts facts) {
        ReadModel.fund(at.event()).ifPresent(fund -> collect(at, fund, facts));
    }

    private void collect(Recorded<? extends LedgerEvent> at, FundId fund, Facts facts) {
        facts.begin(at, fund);
        Imprint imprint = new Imprint(at, fund, rows, facts);
        if (at.event() instanceof FundEvent event) {
            projections.forEach(p -> p.on(event, imprint));
        }
        if (at.event() instanceof FindingEvent event) {
            projections.forEach(p -> p.on(event, imprint));
        }
        if (at.event() instanceof ApprovalEvent event) {
            projections.forEach(p -> p.on(event, imprint));
        }
        if (at.event() instanceof SnapshotEvent event) {
            projections.forEach(p -> p.on(event, imprint));
        }
        if (at.event() instanceof SampleEvent event) {
            projections.forEach(p -> p.on(event, imprint));
        }
    }
}
