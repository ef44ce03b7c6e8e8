package org.aidledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.aidledger.embedded.Eventually;
import org.aidledger.embedded.TestPostgres.Database;

/** Another node in the middle of a commit: until it is closed nobody else commits anything. */
public final class HeldHead implements AutoCloseable {

    private final Connection connection;

    private HeldHead(Connection connection) {
        this.connection = connection;
    }

    public static HeldHead of(Database database) {
        try {
            Connection connection =
                    DriverManager.getConnection(
                            database.jdbcUrl(), database.user(), database.password());
            connection.setAutoCommit(false);
            connection.createStatement().execute("select * from ledger.head for update");
            return new HeldHead(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stores a copy of an event at the end of its stream, with other text in its payload. */
    public void appendCopy(String stream, long sequence, String text, String otherText) {
        try (PreparedStatement copy =
                connection.prepareStatement(
                        """
                        with head as (
                            update ledger.head set position = position + 1 returning position
                        )
                        insert into ledger.events (position, sequence, recorded, id, stream, type,
                                                   name, revision, payload, metadata)
                        select head.position,
                               (select max(sequence) + 1 from ledger.events where stream = ?),
                               now(), gen_random_uuid(), stream, type, name, revision,
                               convert_to(replace(convert_from(payload, 'UTF8'), ?, ?), 'UTF8'),
                               metadata
                        from head, ledger.events where stream = ? and sequence = ?
                        """)) {
            copy.setString(1, stream);
            copy.setString(2, text);
            copy.setString(3, otherText);
            copy.setString(4, stream);
            copy.setLong(5, sequence);
            assertThat(copy.executeUpdate()).isOne();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the writer of some node waits for this. */
    public void awaitWriter() {
        Eventually.await(
                "the writer waits for the head",
                () -> {
                    try (var row =
                            connection
                                    .createStatement()
                                    .executeQuery(
                                            """
                                            select count(*) from pg_locks
                                            where not granted
                                              and pg_backend_pid() = any (pg_blocking_pids(pid))
                                            """)) {
                        row.next();
                        return row.getLong(1) > 0;
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    /** Commits and lets the others go on. */
    @Override
    public void close() {
        try (connection) {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
