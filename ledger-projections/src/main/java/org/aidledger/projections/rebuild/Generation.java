package org.aidledger.projections.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.aidledger.projections.table.ReadTable;
import org.aidledger.projections.writing.ReadModel;

/**
 * The next generation of the read tables, in a schema of its own until it steps into place. The
 * schema's comment says what wrote it.
 */
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
     * live ones, or goes on with those that a rebuild by the same code has left.
     *
     * @param mark tells what writes the tables
     * @param parts into which funds are parted
     * @throws IllegalStateException if somebody else has the right
     */
    static Generation begin(Connection connection, List<ReadTable> tables, String mark, int parts)
            throws SQLException {
        if (!lock(connection)) {
            throw new IllegalStateException("another rebuild is under way");
        }
        connection.setAutoCommit(false);
        Generation next = new Generation(connection, tables);
        if (!next.isLeftBy(mark)) {
            next.create(mark, parts);
        }
        return next;
    }

    /** Removes what a rebuild by other code has left, unless one is under way. */
    static void tidy(Connection connection, Supplier<String> mark) throws SQLException {
        if (lock(connection)) {
            connection.setAutoCommit(false);
            try (Generation left = new Generation(connection, List.of())) {
                if (left.exists(NEXT) && !left.isLeftBy(mark.get())) {
                    left.drop();
                }
            }
        }
    }

    private boolean exists(String schema) throws SQLException {
        return !texts("select nspname from pg_namespace where nspname = '" + schema + "'")
                .isEmpty();
    }

    /** The mark is committed with the tables, so what bears one is whole. */
    private boolean isLeftBy(String mark) throws SQLException {
        String comment =
                "select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = '%s'"
                        .formatted(NEXT);
        return texts(comment).contains(mark);
    }

    private List<String> texts(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(String.valueOf(row.getString(1)));
            }
            return texts;
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void create(String mark, int parts) throws SQLException {
        dropLeftovers();
        run("create schema " + NEXT);
        run("comment on schema %s is '%s'".formatted(NEXT, mark));
        try (Statement statement = connection.createStatement()) {
            Part.create(statement, parts);
        }
        for (String table : tables) {
            run(
                    "create table %s.%s (like %s.%s including all excluding indexes)%s"
                            .formatted(NEXT, table, ReadModel.LIVE, table, options(table)));
        }
        run("insert into " + NEXT + ".position (position) values (-1)");
        connection.commit();
    }

    private String options(String table) throws SQLException {
        String sql =
                """
                select coalesce(' with (' || array_to_string(reloptions, ', ') || ')', '')
                from pg_class
                where oid = ?::regclass
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, ReadModel.LIVE + "." + table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** The statements that give a new table those indexes of the live one that it lacks. */
    List<String> indexes(String table) throws SQLException {
        String sql =
                """
                select replace(
                    pg_get_indexdef(i.indexrelid),
                    format(' ON %I.%I ', n.nspname, t.relname),
                    format(' ON %I.%I ', ?, t.relname))
                from pg_index i
                join pg_class t on t.oid = i.indrelid
                join pg_namespace n on n.oid = t.relnamespace
                join pg_class c on c.oid = i.indexrelid
                where n.nspname = ? and t.relname = ?
                    and not exists (
                        select 1
                        from pg_class made
                        join pg_namespace next on next.oid = made.relnamespace
                        where next.nspname = ? and made.relname = c.relname)
                order by 1
                """;
        List<String> indexes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, NEXT);
            statement.setString(2, ReadModel.LIVE);
            statement.setString(3, table);
            statement.setString(4, NEXT);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    indexes.add(row.getString(1));
                }
            }
        }
        return indexes;
    }

    /** The tables, that of the position first. */
    List<String> tables() {
        return tables;
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
    void replaceLive(long position) throws SQLException {
        run("update %s.position set position = %d".formatted(NEXT, position));
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

    /** Removes this generation, and the one before if this one took its place. */
    void drop() throws SQLException {
        connection.rollback();
        dropLeftovers();
        connection.commit();
    }

    /** Gives the right back. What is not dropped is there to go on with. */
    @Override
    public void close() throws SQLException {
        connection.rollback();
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
