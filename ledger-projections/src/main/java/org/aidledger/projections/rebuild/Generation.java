package org.aidledger.projections.rebuild;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.projections.writing.ReadModel;
import org.aidledger.projections.writing.ReadTable;

/** The next generation of the read tables, in a schema of its own until it steps into place. */
final class Generation implements AutoCloseable {

    static final String NEXT = "read_next";
    private static final String OLD = "read_old";

    /** One rebuild at a time; the number is any that nobody else uses. */
    private static final long LOCK = 4_711_020_260_731L;

    /** A reader that never ends must not hold up everybody else behind the swap. */
    private static final int LOCK_TIMEOUT_SECONDS = 20;

    private final Connection connection;
    private final List<String> tables;

    private Generation(Connection connection, List<ReadTable> tables) {
        this.connection = connection;
        this.tables =
                Stream.concat(Stream.of("position"), tables.stream().map(ReadTable::name)).toList();
    }

    /**
     * Takes the right to rebuild, for this connection, and makes empty tables of the shape of the
     * live ones.
     *
     * @throws IllegalStateException if somebody else has the right
     */
    static Generation begin(Connection connection, List<ReadTable> tables) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new IllegalStateException("another rebuild is under way");
            }
        }
        connection.setAutoCommit(false);
        Generation next = new Generation(connection, tables);
        next.create();
        return next;
    }

    private void create() throws SQLException {
        dropLeftovers();
        run("create schema " + NEXT);
        for (String table : tables) {
            run(
                    "create table %s.%s (like %s.%s including all)"
                            .formatted(NEXT, table, ReadModel.LIVE, table));
        }
        run("insert into " + NEXT + ".position (position) values (-1)");
        connection.commit();
    }

    /** Lets nobody but readers at the live tables until the transaction ends. */
    void holdWriters() throws SQLException {
        run("set local lock_timeout = '" + LOCK_TIMEOUT_SECONDS + "s'");
        run("lock table %s.position in share row exclusive mode".formatted(ReadModel.LIVE));
    }

    static long position(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select position from " + schema + ".position")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Puts the new tables in the place of the live ones and ends the transaction. */
    void replaceLive() throws SQLException {
        for (String table : tables) {
            run("analyze %s.%s".formatted(NEXT, table));
        }
        // The position first: readers lock it before anything else.
        for (String table : tables) {
            run("lock table %s.%s in access exclusive mode".formatted(ReadModel.LIVE, table));
        }
        run("create schema " + OLD);
        for (String table : tables) {
            run("alter table %s.%s set schema %s".formatted(ReadModel.LIVE, table, OLD));
            run("alter table %s.%s set schema %s".formatted(NEXT, table, ReadModel.LIVE));
        }
        connection.commit();
    }

    /** Removes what is left of this generation and of the one before, and gives the right back. */
    @Override
    public void close() throws SQLException {
        connection.rollback();
        dropLeftovers();
        run("select pg_advisory_unlock(" + LOCK + ")");
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void dropLeftovers() throws SQLException {
        run("drop schema if exists " + NEXT + " cascade");
        run("drop schema if exists " + OLD + " cascade");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
