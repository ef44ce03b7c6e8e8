package org.aidledger.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.access.ReadGuard;
import org.aidledger.embedded.TestPostgres;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.projections.balance.Balances;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.changes.Changes;
import org.aidledger.projections.findings.FindingRegister;
import org.aidledger.projections.journal.Journal;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.rebuild.Pace;
import org.aidledger.projections.rebuild.Rebuild;
import org.aidledger.projections.replay.Replay;
import org.aidledger.projections.status.Present;
import org.aidledger.projections.tally.Tallies;
import org.aidledger.projections.tally.TallyShape;
import org.aidledger.projections.trail.Trail;
import org.aidledger.projections.why.Why;
import org.aidledger.projections.wiring.ProjectionsWiring;
import org.aidledger.projections.writing.ReadModel;
import org.aidledger.projections.writing.ReadTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The whole read side on a database of its own, fed by hand. */
public final class TestReadSide implements AutoCloseable {

    private static final int BATCH = 500;

    /** Few facts make a leaf and few blocks a larger one, so that all levels take part. */
    public static final TallyShape SMALL = new TallyShape(3, 2, 5, 2);

    public final ListLog log = new ListLog();
    public final DataSource connections;
    private final SingleConnectionDataSource one;
    private final ReadModel model;
    public final Reads reads;
    public final Budgets budgets;
    public final Journal journal;
    public final Balances balances;
    public final Trail trail;
    public final FindingRegister findings;
    public final Changes changes;
    public final Why why;
    public final Rebuild rebuild;
    public final Replay replay;

    public TestReadSide(Clock clock) {
        this(clock, SMALL);
    }

    public TestReadSide(Clock clock, TallyShape shape) {
        model = ProjectionsWiring.readModel(shape);
        Tallies tallies = new Tallies(shape);
        TestPostgres.Database database = TestPostgres.freshDatabase();
        connections =
                new DriverManagerDataSource(
                        database.jdbcUrl(), database.user(), database.password());
        one =
                new SingleConnectionDataSource(
                        database.jdbcUrl(), database.user(), database.password(), true);
        ReadTables.migrate(connections);
        reads = new Reads(one, ReadGuard.NONE);
        budgets = new Budgets(reads, tallies);
        journal = new Journal(reads, log);
        balances = new Balances(reads, tallies);
        trail = new Trail(reads, log);
        findings = new FindingRegister(reads);
        changes = new Changes(reads, budgets, trail);
        why = new Why(reads, budgets, trail, log);
        rebuild = new Rebuild(connections, log, model, 2, new Pace(50, 2));
        replay = new Replay(log, reads, budgets, findings, new Present(() -> Instant.EPOCH, clock));
    }

    /** Appends events to the log and hands them to the projections, batch by batch. */
    public void take(List<Recorded<LedgerEvent>> events) throws SQLException {
        log.append(events);
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            for (int from = 0; from < events.size(); from += BATCH) {
                List<Recorded<LedgerEvent>> batch =
                        events.subList(from, Math.min(events.size(), from + BATCH));
                model.store(batch, connection, ReadModel.LIVE);
                connection.commit();
            }
        }
    }

    /** Each statement on a connection of its own. */
    JdbcClient jdbc() {
        return JdbcClient.create(connections);
    }

    /** Does to the tables what nobody should. */
    public int tamper(String sql) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() {
        one.destroy();
    }
}
