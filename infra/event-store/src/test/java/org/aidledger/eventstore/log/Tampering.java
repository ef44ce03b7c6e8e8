package org.aidledger.eventstore.log;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.aidledger.embedded.TestPostgres.Database;

/** What somebody does who has every right in the database. */
final class Tampering {

    private final Database database;

    private Tampering(Database database) {
        this.database = database;
    }

    static Tampering with(Database database) {
        return new Tampering(database);
    }

    /** Runs statements with every trigger off. */
    void run(String... statements) {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            for (String table :
                    new String[] {"events", "head", "tiles", "checkpoints", "cosignatures"}) {
                statement.execute("alter table ledger." + table + " disable trigger all");
            }
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets columns of an event. */
    void alter(long position, String set) {
        run("update ledger.events set " + set + " where position = " + position);
    }

    /** Removes everything from a position on, and moves the head there. */
    void cut(long size) {
        run(
                "delete from ledger.events where position >= " + size,
                "update ledger.head set position = " + (size - 1));
    }

    /** Moves all events from a position on by one place, up or down. */
    static String[] shift(long from, int by) {
        return new String[] {
            "update ledger.events set position = -position - 1000000 where position >= " + from,
            "update ledger.events set position = -position - 1000000 + "
                    + by
                    + " where position < -1",
            "update ledger.head set position = position + " + by
        };
    }
}
