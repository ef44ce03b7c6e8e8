package org.aidledger.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import org.aidledger.embedded.EmbeddedPostgres;

/** A server with durable settings for all contestants, and a database for each. */
final class Databases implements AutoCloseable {

    private final Path folder;
    private final EmbeddedPostgres server;

    Databases() {
        try {
            folder = Files.createTempDirectory("aid-ledger-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = EmbeddedPostgres.start(folder);
    }

    /** An empty database; answers its URL. */
    String create(String name) {
        try (Connection connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(), server.user(), server.password());
                Statement create = connection.createStatement()) {
            create.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + name, e);
        }
        return server.jdbcUrl().substring(0, server.jdbcUrl().lastIndexOf('/') + 1) + name;
    }

    /** A folder that is deleted in the end. */
    Path folder(String name) {
        try {
            return Files.createDirectory(folder.resolve("of-" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String user() {
        return server.user();
    }

    String password() {
        return server.password();
    }

    HikariDataSource pool(String url, int connections) {
        return pool(url, user(), password(), connections);
    }

    static HikariDataSource pool(String url, String user, String password, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        server.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("left behind: " + folder, e);
        }
    }
}
