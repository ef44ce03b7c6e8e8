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
final class Generation {

    static final String NEXT = "read_next";
    private static final String OLD = "read_old";

    /** One rebuild at a time; the number is any that nobody else uses. */
    private static final long LOCK = 4_711_020_260_731L;

    private Generation() {}

    /**
     * Takes the right to rebuild, for this connection.
     *
     * @throws IllegalStateException if somebody else has it
     */
    static Generation lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new IllegalStateException("another rebuild is under way");
            }
        }
        return new Generation();
    }

    void unlock(Connection connection) throws SQLException {
        run(connection, "select pg_advisory_unlock(" + LOCK + ")");
    }

    /** Makes empty tables of the shape of the live ones. */
    void create(Connection connection, List<ReadTable> tables) throws SQLException {
        drop(connection);
        run(connection, "create schema " + NEXT);
        for (String table : names(tables)) {
            run(
                    connection,
                    "create table %s.%s (like %s.%s including all)"
                            .formatted(NEXT, table, ReadModel.LIVE, table));
        }
        run(connection, "insert into " + NEXT + ".position (position) values (-1)");
        connection.commit();
    }

    /** Removes what is left of this generation and of the one before. */
    void drop(Connection connection) throws SQLException {
        run(connection, "drop schema if exists " + NEXT + " cascade");
        run(connection, "drop schema if exists " + OLD + " cascade");
    }

    /** Lets nobody but readers at the live tables until the transaction ends. */
    static void holdWriters(Connection connection) throws SQLException {
        run(
                connection,
                "lock table %s.position in share row exclusive mode".formatted(ReadModel.LIVE));
    }

    static long position(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select position from " + schema + ".position")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Puts the new tables in the place of the live ones, within the transaction. */
    void replaceLive(Connection connection, List<ReadTable> tables) throws SQLException {
        List<String> names = names(tables);
        for (String table : names) {
            run(connection, "analyze %s.%s".formatted(NEXT, table));
        }
        // The position first: readers lock it before anything else.
        for (String table : names) {
            run(
                    connection,
                    "lock table %s.%s in access exclusive mode".formatted(ReadModel.LIVE, table));
        }
        run(connection, "create schema " + OLD);
        for (String table : names) {
            run(
                    connection,
                    "alter table %s.%s set schema %s".formatted(ReadModel.LIVE, table, OLD));
            run(
                    connection,
                    "alter table %s.%s set schema %s".formatted(NEXT, table, ReadModel.LIVE));
        }
    }

    private static List<String> names(List<ReadTable> tables) {
        return Stream.concat(Stream.of("position"), tables.stream().map(ReadTable::name)).toList();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
