package org.aidledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** pgledger, a public ledger in SQL: transfers between accounts, from its sources in a folder. */
final class PgLedger implements AutoCloseable {

    private static final int CALLERS = 64;

    /** All pools together must stay below what the server takes. */
    private static final int CONNECTIONS = 40;

    private final HikariDataSource pool;
    private final List<String> accounts = new ArrayList<>();

    PgLedger(Databases databases, Path folder) {
        pool = databases.pool(databases.create("pgledger"), CONNECTIONS);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (Path script : scripts(folder)) {
                statement.execute(Files.readString(script));
            }
            for (int i = 0; i <= CALLERS; i++) {
                accounts.add(account(statement, i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("pgledger could not be set up", e);
        }
    }

    /** What it brings along from others, then its own. */
    private static List<Path> scripts(Path folder) throws IOException {
        List<Path> scripts = new ArrayList<>();
        Path vendor = folder.resolve("vendor");
        if (Files.isDirectory(vendor)) {
            try (Stream<Path> files = Files.walk(vendor)) {
                files.filter(f -> f.toString().endsWith(".sql")).sorted().forEach(scripts::add);
            }
        }
        scripts.add(folder.resolve("pgledger.sql"));
        return scripts;
    }

    private static String account(Statement statement, int number) throws SQLException {
        try (var row =
                statement.executeQuery(
                        "select id from pgledger_create_account('a" + number + "', 'CNY')")) {
            row.next();
            return row.getString(1);
        }
    }

    List<Contestant> contestants() {
        return List.of(
                new Contestant(
                        "pgledger64", "pgledger, 64 callers", d -> transfers(64, 1, false, d)),
                new Contestant(
                        "pgledgerHot64",
                        "pgledger, 64 on one account",
                        d -> transfers(64, 1, true, d)),
                new Contestant(
                        "pgledgerBatch100",
                        "pgledger, 32 callers, batches of 100",
                        d -> transfers(32, 100, false, d)));
    }

    /** Transfers from an account of the caller's own, or all from one. */
    private Rate transfers(int callers, int lines, boolean hot, Duration duration) {
        String sql =
                "select count(*) from pgledger_create_transfers((?, ?, 1.00)::transfer_request"
                        + ", (?, ?, 1.00)::transfer_request".repeat(lines - 1)
                        + ")";
        return Load.run(
                callers,
                duration,
                lines,
                (caller, _) -> {
                    String from = accounts.get(hot ? CALLERS : caller);
                    String to = accounts.get(hot ? caller : caller + 1);
                    try (Connection connection = pool.getConnection();
                            PreparedStatement call = connection.prepareStatement(sql)) {
                        for (int line = 0; line < lines; line++) {
                            call.setString(2 * line + 1, from);
                            call.setString(2 * line + 2, to);
                        }
                        call.executeQuery().close();
                    }
                });
    }

    @Override
    public void close() {
        pool.close();
    }
}
