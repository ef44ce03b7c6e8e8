package org.aidledger.faults.world;

import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.aidledger.embedded.EmbeddedPostgres;

/** A PostgreSQL server that the harness runs, and the ledger reaches over a wire. */
final class NamedDatabase implements AutoCloseable {

    private static final String WORKER = "ledger_worker";
    private static final String PASSWORD = "for-a-few-minutes";

    private final EmbeddedPostgres server;
    private final Wire wire;

    private NamedDatabase(EmbeddedPostgres server, Wire wire) {
        this.server = server;
        this.wire = wire;
    }

    static NamedDatabase start(Path data) {
        EmbeddedPostgres server = EmbeddedPostgres.start(data);
        try (var connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create role %s login password '%s'".formatted(WORKER, PASSWORD));
            statement.execute("grant connect, create, temporary on database ledger to " + WORKER);
            return new NamedDatabase(server, new Wire(address(server).getPort()));
        } catch (SQLException e) {
            server.close();
            throw new IllegalStateException(e);
        }
    }

    private static URI address(EmbeddedPostgres server) {
        return URI.create(server.jdbcUrl().substring("jdbc:".length()));
    }

    Wire wire() {
        return wire;
    }

    /** By which the ledger finds it. */
    Map<String, String> environment() {
        return Map.of(
                "LEDGER_DB_URL",
                "jdbc:postgresql://127.0.0.1:%d/ledger".formatted(wire.port()),
                "LEDGER_DB_USER",
                WORKER,
                "LEDGER_DB_PASSWORD",
                PASSWORD,
                "LEDGER_DB_OWNER_USER",
                server.user(),
                "LEDGER_DB_OWNER_PASSWORD",
                server.password());
    }

    @Override
    public void close() {
        wire.close();
        server.close();
    }
}
