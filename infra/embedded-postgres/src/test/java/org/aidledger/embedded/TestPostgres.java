package org.aidledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One real server for all tests of a JVM, and as many empty databases on it as they ask for. The
 * server starts with the first question and is gone, folder and all, when the JVM ends.
 */
public final class TestPostgres {

    private static final String WORKER = "test_worker";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** An empty database of its own. */
    public static Database freshDatabase() {
        return database("template1");
    }

    /** A database with all that another one holds, to which nobody may be connected. */
    public static Database copyOf(Database other) {
        return database(other.name());
    }

    private static Database database(String template) {
        EmbeddedPostgres server = Shared.SERVER;
        String name = "test_" + DATABASES.incrementAndGet();
        try (var connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
            statement.execute("grant create on database " + name + " to " + WORKER);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the test", e);
        }
        String url = server.jdbcUrl();
        return new Database(
                url.substring(0, url.lastIndexOf('/') + 1) + name,
                server.user(),
                server.password());
    }

    /** Where to connect, and as whom: the owner of the database and superuser of the server. */
    public record Database(String jdbcUrl, String user, String password) {

        private String name() {
            return jdbcUrl.substring(jdbcUrl.lastIndexOf('/') + 1);
        }

        /** By which a ledger works on it: names and values. */
        public Map<String, String> settings() {
            return Map.of(
                    "ledger.db.url", jdbcUrl,
                    "ledger.db.user", worker(),
                    "ledger.db.password", workerPassword(),
                    "ledger.db.owner.user", user,
                    "ledger.db.owner.password", password);
        }

        /** The role that a ledger works as. */
        public String worker() {
            return WORKER;
        }

        public String workerPassword() {
            return WORKER;
        }
    }

    /** Starts with its first use. */
    private static final class Shared {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                Path folder = Files.createTempDirectory("aid-ledger-test-");
                EmbeddedPostgres server = EmbeddedPostgres.start(folder);
                makeWorker(server);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void makeWorker(EmbeddedPostgres server) {
            try (var connection =
                            DriverManager.getConnection(
                                    server.jdbcUrl(), server.user(), server.password());
                    var statement = connection.createStatement()) {
                statement.execute("create role %1$s login password '%1$s'".formatted(WORKER));
            } catch (SQLException e) {
                throw new IllegalStateException("no role for the tests", e);
            }
        }

        private static void end(EmbeddedPostgres server, Path folder) {
            try {
                server.close();
                Folders.delete(folder);
            } catch (IOException e) {
                System.err.println("left behind: " + folder + ": " + e);
            }
        }
    }
}
