package org.aidledger.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.aidledger.accounts.PeopleTables;
import org.aidledger.event.MigrationRefused;
import org.aidledger.eventstore.EventRights;
import org.aidledger.eventstore.EventTables;
import org.aidledger.eventstore.Filling;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The store that is to be filled, as long as this process is the only one that fills it. */
final class Target implements AutoCloseable {

    /** Given back with the connection, however that ends. */
    private static final String ALONE = "select pg_try_advisory_lock(7170813)";

    private static final String WORKER = "select current_user";

    /** A node notes its key at its first start. */
    private static final String STARTED =
            """
            select (select position + 1 from ledger.head) + (select count(*) from ledger.payees)
                   + (select count(*) from ledger.log_keys)
            """;

    private static final String COUNT = "select position + 1 from ledger.head";

    private final OpenEnd end;
    private final Connection connection;

    private Target(OpenEnd end, Connection connection) {
        this.end = end;
        this.connection = connection;
    }

    /**
     * Makes its tables, if need be, and marks it as one that is being filled.
     *
     * @param source what people call the ledger that it is filled from
     * @throws MigrationRefused if it is a ledger already, or somebody else fills it
     */
    static Target prepared(OpenEnd end, String source) throws SQLException {
        if (end.isServed()) {
            throw new MigrationRefused("a ledger works on %s; give an empty one".formatted(end));
        }
        Connection connection = end.owner().getConnection();
        try {
            if (!isTrue(connection, ALONE)) {
                throw new MigrationRefused("another migration fills " + end);
            }
            makeTables(end);
            Optional<Filling> before = Filling.of(end.owner());
            if (before.isEmpty()) {
                requireEmpty(end);
                Filling.begin(end.owner(), source);
            }
            connection.setAutoCommit(false);
            return new Target(end, connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void makeTables(OpenEnd end) {
        EventTables.migrated(end.owner());
        String worker = user(JdbcClient.create(end.worker()));
        if (!worker.equals(user(JdbcClient.create(end.owner())))) {
            EventRights.grant(end.owner(), worker);
        }
        var _ = PeopleTables.migrated(end.worker());
    }

    private static String user(JdbcClient jdbc) {
        return jdbc.sql(WORKER).query(String.class).single();
    }

    private static void requireEmpty(OpenEnd end) {
        if (JdbcClient.create(end.owner()).sql(STARTED).query(Long.class).single() > 0) {
            throw new MigrationRefused(
                    ("%s is a ledger already: it holds events, or was started once; give a folder or"
                                    + " a database that is empty")
                            .formatted(end));
        }
    }

    /** How many events it holds by now. */
    long count() {
        return JdbcClient.create(end.owner()).sql(COUNT).query(Long.class).single();
    }

    /** As the owner of the tables of events; does not commit by itself. */
    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
