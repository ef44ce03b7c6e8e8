package org.aidledger.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One-line questions to a server under test. */
final class Sql {

    private Sql() {}

    static void run(EmbeddedPostgres server, String... statements) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String ask(EmbeddedPostgres server, String question) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }
}
