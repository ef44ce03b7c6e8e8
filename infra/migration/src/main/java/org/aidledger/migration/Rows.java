package org.aidledger.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/** Rows on their way from one database into another, in PostgreSQL's binary form, not looked at. */
final class Rows {

    private Rows() {}

    /**
     * Lets them through.
     *
     * @param out a COPY TO STDOUT
     * @param in a COPY FROM STDIN
     * @return how many there were
     */
    static long pipe(Connection from, String out, Connection to, String in) throws SQLException {
        CopyOut source = copies(from).copyOut(out);
        CopyIn target = copies(to).copyIn(in);
        try {
            for (byte[] some = source.readFromCopy(); some != null; some = source.readFromCopy()) {
                target.writeToCopy(some, 0, some.length);
            }
            return target.endCopy();
        } finally {
            if (target.isActive()) {
                target.cancelCopy();
            }
        }
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
