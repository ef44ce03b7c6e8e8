package org.aidledger.projections.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.projections.table.ReadTable;

/** Gives the new tables the indexes of the live ones. */
final class Indexing {

    private final Generation next;
    private final List<String> lookedUp;

    /**
     * @param lookedUp tables in which writers look up rows of their own
     */
    Indexing(Generation next, List<ReadTable> lookedUp) {
        this.next = next;
        this.lookedUp = lookedUp.stream().map(ReadTable::name).toList();
    }

    /** Makes the indexes that are needed while the tables fill. */
    List<Crew.Task> whatWritersLookUp() throws SQLException {
        List<Crew.Task> tasks = new ArrayList<>();
        for (String table : lookedUp) {
            next.indexes(table).forEach(index -> tasks.add(connection -> run(connection, index)));
        }
        return tasks;
    }

    /** Makes all others, which is faster once the rows are there, and counts the rows. */
    List<Crew.Task> theRest() throws SQLException {
        List<Crew.Task> tasks = new ArrayList<>();
        for (String table : next.tables()) {
            if (!lookedUp.contains(table)) {
                for (String index : next.indexes(table)) {
                    tasks.add(connection -> {
                        run(connection, "set local maintenance_work_mem = '256MB'");
                        run(connection, index);
                    });
                }
            }
        }
        for (String table : next.tables()) {
            tasks.add(connection -> run(connection, "analyze " + Generation.NEXT + "." + table));
        }
        return tasks;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
