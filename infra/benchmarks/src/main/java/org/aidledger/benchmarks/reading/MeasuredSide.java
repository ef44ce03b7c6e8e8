package org.aidledger.benchmarks.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.aidledger.access.ReadGuard;
import org.aidledger.event.EventLog;
import org.aidledger.eventstore.read.EventRows;
import org.aidledger.eventstore.read.JdbcEventLog;
import org.aidledger.eventstore.read.Tail;
import org.aidledger.eventstore.stored.EventSerializer;
import org.aidledger.projections.balance.Balances;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.changes.Changes;
import org.aidledger.projections.journal.Journal;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.rebuild.Pace;
import org.aidledger.projections.rebuild.ProgressListener;
import org.aidledger.projections.rebuild.Rebuild;
import org.aidledger.projections.rebuild.RebuildReport;
import org.aidledger.projections.tally.Tallies;
import org.aidledger.projections.tally.TallyShape;
import org.aidledger.projections.trail.Trail;
import org.aidledger.projections.wiring.ProjectionsWiring;
import org.aidledger.projections.writing.ReadTables;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** A ledger that holds a generated history, and its read side. */
final class MeasuredSide {

    private static final int REBUILD_THREADS = 2;

    final GeneratedHistory history;
    final Budgets budgets;
    final Balances balances;
    final Journal journal;
    final Changes changes;
    private final DataSource dataSource;
    private final Rebuild rebuild;

    MeasuredSide(DataSource dataSource, GeneratedHistory history) {
        this.dataSource = dataSource;
        this.history = history;
        EventLog log =
                new JdbcEventLog(
                        new EventRows(dataSource),
                        new Tail(1),
                        EventSerializer.ofLedger(),
                        NoOpEventUpcaster.INSTANCE);
        Reads reads = new Reads(dataSource, ReadGuard.NONE);
        Tallies tallies = new Tallies(TallyShape.STANDARD);
        budgets = new Budgets(reads, tallies);
        balances = new Balances(reads, tallies);
        journal = new Journal(reads, log);
        changes = new Changes(reads, budgets, new Trail(reads, log));
        rebuild =
                new Rebuild(
                        dataSource,
                        log,
                        ProjectionsWiring.readModel(TallyShape.STANDARD),
                        REBUILD_THREADS,
                        Pace.USUAL);
    }

    /** Stores the events, and has the read tables built of them, as far as that is not done. */
    void fill(ProgressListener progress) throws SQLException {
        new StoredHistory(dataSource, history).store();
        ReadTables.migrate(dataSource);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            int behind =
                    statement.executeUpdate(
                            "update read.position set position = %1$d where position < %1$d"
                                    .formatted(history.events() - 1));
            if (behind == 0) {
                return;
            }
        }
        var _ = rebuild.run(progress, true);
    }

    /**
     * Rebuilds the read tables; answers how many events a second.
     *
     * @throws IllegalStateException if what was rebuilt is not what was there
     */
    double rebuild(ProgressListener progress) {
        RebuildReport report = rebuild.run(progress);
        if (!report.same()) {
            throw new IllegalStateException("rebuilt tables differ: " + report);
        }
        return report.events() * 1e9 / report.took().toNanos();
    }
}
