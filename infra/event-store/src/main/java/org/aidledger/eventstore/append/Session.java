package org.aidledger.eventstore.append;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer's own connection, opened when it is needed. When one was lost, the next ends what the
 * server may still hold of it before anything else: after that the lost commit has happened or
 * never will, even if its bytes are still on their way.
 */
final class Session implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    /**
     * Nobody may hold up the other nodes by holding the head: a client that is gone is noticed
     * within seconds, and no commit waits or lasts for long.
     */
    private static final String SERVER_SETTINGS =
            """
            -c tcp_keepalives_idle=2 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=2 \
            -c client_connection_check_interval=1s -c idle_in_transaction_session_timeout=4s \
            -c lock_timeout=5s -c transaction_timeout=9s -c synchronous_commit=on\
            """;

    private static final String END =
            """
            select pg_terminate_backend(pid, 3000) from pg_stat_activity
            where pid = ? and backend_start = ?::timestamptz
            """;

    /** A process of the server; its start tells it from a later one of the same number. */
    private record Backend(int pid, String started) {}

    private record Open(Connection connection, Optional<Backend> backend) {}

    private final Access access;
    private final Duration slowestAnswer;
    private Optional<Open> open = Optional.empty();
    private Optional<Backend> lost = Optional.empty();

    Session(Access access, Duration slowestAnswer) {
        this.access = access;
        this.slowestAnswer = slowestAnswer;
    }

    /**
     * The connection.
     *
     * @throws SQLException if there is none and none can be had
     */
    Connection connection() throws SQLException {
        if (open.isEmpty()) {
            Connection connection = connect();
            try {
                if (lost.isPresent()) {
                    end(connection, lost.get());
                    lost = Optional.empty();
                }
                open = Optional.of(new Open(connection, backend(connection)));
            } catch (SQLException e) {
                close(connection);
                throw e;
            }
        }
        return open.get().connection();
    }

    private Connection connect() throws SQLException {
        Properties properties = access.properties();
        properties.setProperty("ApplicationName", "aid-ledger writer");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("socketTimeout", Long.toString(slowestAnswer.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("options", SERVER_SETTINGS);
        return DriverManager.getConnection(access.url(), properties);
    }

    /** Nothing where something between here and the server gives sessions numbers of its own. */
    private static Optional<Backend> backend(Connection connection) throws SQLException {
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        try (PreparedStatement question =
                connection.prepareStatement(
                        "select backend_start::text from pg_stat_activity where pid = ?")) {
            question.setInt(1, pid);
            try (ResultSet row = question.executeQuery()) {
                return row.next()
                        ? Optional.of(new Backend(pid, row.getString(1)))
                        : Optional.empty();
            }
        }
    }

    private static void end(Connection connection, Backend backend) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setInt(1, backend.pid());
            end.setString(2, backend.started());
            try (ResultSet ended = end.executeQuery()) {
                if (ended.next() && !ended.getBoolean(1)) {
                    throw new SQLException("session " + backend.pid() + " does not end", "08000");
                }
            }
        }
    }

    /** Whether the connection, as far as it is known, still stands. */
    boolean isOpen() throws SQLException {
        return open.isPresent() && !open.get().connection().isClosed();
    }

    /** Gives the connection up, whatever it was doing. */
    void discard() {
        open.ifPresent(session -> {
            lost = session.backend();
            close(session.connection());
        });
        open = Optional.empty();
    }

    @Override
    public void close() {
        open.ifPresent(session -> close(session.connection()));
        open = Optional.empty();
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection that is no longer needed did not close", e);
        }
    }
}
