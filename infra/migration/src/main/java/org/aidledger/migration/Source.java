package org.aidledger.migration;

import java.sql.Connection;
import java.sql.SQLException;
import org.aidledger.event.MigrationRefused;
import org.aidledger.eventstore.Filling;
import org.aidledger.eventstore.read.EventRows;

/** The ledger that is copied; nothing of it is changed. */
final class Source implements AutoCloseable {

    private final OpenEnd end;
    private final Connection connection;

    private Source(OpenEnd end, Connection connection) {
        this.end = end;
        this.connection = connection;
    }

    /**
     * For reading.
     *
     * @throws MigrationRefused if it is no whole ledger
     */
    static Source opened(OpenEnd end) throws SQLException {
        if (Filling.of(end.worker()).isPresent()) {
            throw new MigrationRefused(
                    end + " is being filled itself, and not whole; end that migration first");
        }
        Connection connection = end.worker().getConnection();
        connection.setReadOnly(true);
        return new Source(end, connection);
    }

    /** How many events it holds now. */
    long count() {
        return new EventRows(end.worker()).head() + 1;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
