package org.aidledger.benchmarks.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.embedded.EmbeddedPostgres;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.projections.balance.Balances;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.changes.Changes;
import org.aidledger.projections.journal.Journal;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.rebuild.Rebuild;
import org.aidledger.projections.tally.Tallies;
import org.aidledger.projections.tally.TallyShape;
import org.aidledger.projections.trail.Trail;
import org.aidledger.projections.wiring.ProjectionsWiring;
import org.aidledger.projections.writing.ReadModel;
import org.aidledger.projections.writing.ReadTables;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A read side on a database of its own, filled from a generated history. */
final class MeasuredSide {

    private static final int BATCH = 1000;

    final GeneratedHistory history;
    final Budgets budgets;
    final Balances balances;
    final Journal journal;
    final Trail trail;
    final Changes changes;
    final Rebuild rebuild;
    private final String name;
    private final DriverManagerDataSource connections;
    private final ReadModel model = ProjectionsWiring.readModel(TallyShape.STANDARD);

    MeasuredSide(EmbeddedPostgres server, String name, GeneratedHistory history)
            throws SQLException {
        this.name = name;
        this.history = history;
        String own = server.jdbcUrl();
        String url = own.substring(0, own.lastIndexOf('/') + 1) + name;
        try (Connection connection =
                        DriverManager.getConnection(own, server.user(), server.password());
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select 1 from pg_database where datname = '" + name + "'")
                    .next()) {
                statement.execute("create database " + name);
            }
        }
        connections = new DriverManagerDataSource(url, server.user(), server.password());
        ReadTables.migrate(connections);
        SingleConnectionDataSource one =
                new SingleConnectionDataSource(url, server.user(), server.password(), true);
        Reads reads = new Reads(one);
        Tallies tallies = new Tallies(TallyShape.STANDARD);
        budgets = new Budgets(reads, tallies);
        balances = new Balances(reads, tallies);
        journal = new Journal(reads);
        trail = new Trail(reads);
        changes = new Changes(reads, budgets, trail, history);
        rebuild = new Rebuild(connections, history, model, 2);
    }

    /** Stores the history in batches, as the processor does. */
    void store(int batch) throws SQLException {
        long start = System.nanoTime();
        long generating = 0;
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            long position = -1;
            while (position < history.head()) {
                long before = System.nanoTime();
                List<Recorded<LedgerEvent>> events = history.after(position, batch);
                generating += System.nanoTime() - before;
                model.store(events, connection, ReadModel.LIVE);
                connection.commit();
                position = events.getLast().position();
                if ((position + 1) % 500_000 == 0) {
                    ReadSideBenchmark.print(
                            "  %s: %,d events, %,d s%n",
                            name, position + 1, ReadSideBenchmark.since(start).toSeconds());
                }
            }
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
            }
        }
        double seconds = (System.nanoTime() - start - generating) / 1e9;
        ReadSideBenchmark.print(
                "%s: stored %,d events in batches of %,d: %,.0f a second (generating them apart)%n",
                name, history.count(), batch, history.count() / seconds);
    }

    /** Copies rows of the same events into tables of the same form, as bytes made before. */
    void copy(long events) throws SQLException, IOException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables =
                    List.of("journal", "trail", "tally_leaf", "tally_page", "tally_subject");
            statement.execute("drop schema if exists raw cascade; create schema raw");
            for (String table : tables) {
                statement.execute(
                        "create table raw.%1$s (like read.%1$s including all)".formatted(table));
            }
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            List<List<byte[]>> batches = new ArrayList<>();
            for (long from = 0; from < events; from += BATCH) {
                List<byte[]> batch = new ArrayList<>();
                for (String table : tables) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    long _ =
                            copy.copyOut(
                                    ("copy (select * from read.%s where position >= %d and position < %d)"
                                                    + " to stdout (format binary)")
                                            .formatted(table, from, from + BATCH),
                                    bytes);
                    batch.add(bytes.toByteArray());
                }
                batches.add(batch);
            }
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            for (List<byte[]> batch : batches) {
                for (int i = 0; i < tables.size(); i++) {
                    long _ =
                            copy.copyIn(
                                    "copy raw." + tables.get(i) + " from stdin (format binary)",
                                    new java.io.ByteArrayInputStream(batch.get(i)));
                }
                connection.commit();
            }
            ReadSideBenchmark.print(
                    "raw COPY of the same rows, %,d events in batches of %,d: %,.0f a second%n",
                    events, BATCH, events * 1e9 / (System.nanoTime() - start));
            statement.execute("drop schema raw cascade");
            connection.commit();
        }
    }
}
