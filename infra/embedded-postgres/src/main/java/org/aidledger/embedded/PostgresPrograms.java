package org.aidledger.embedded;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs {@code initdb}, {@code postgres} and {@code pg_ctl}. What they say goes to one log file. */
final class PostgresPrograms {

    private static final Logger logger = LoggerFactory.getLogger(PostgresPrograms.class);

    static final String OWNER = "ledger";
    static final String DATABASE = "ledger";

    /** Recovery after a crash replays at most a few minutes of writes; this is far beyond. */
    private static final int START_TIMEOUT_SECONDS = 600;

    private static final int STOP_TIMEOUT_SECONDS = 120;
    private static final long LOG_LIMIT_BYTES = 10_000_000;
    private static final int LINES_SHOWN = 8;
    private static final String UNFINISHED = "unfinished-";

    private final Path bin;
    private final ServerAccount account;
    private final Path log;

    PostgresPrograms(Path home, ServerAccount account, Path log) {
        this.bin = home.resolve("bin");
        this.account = account;
        this.log = log;
    }

    /**
     * Creates the data directory with its database. It appears under its name only when complete,
     * so that a killed process leaves nothing half made.
     */
    void createCluster(DataFolder folder) throws IOException {
        deleteUnfinished(folder);
        Path fresh = Files.createTempDirectory(folder.root(), UNFINISHED);
        Path secret = folder.root().resolve("initdb.password");
        Files.copy(
                folder.passwordFile(),
                secret,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        try {
            account.takeOver(fresh, secret);
            run(
                    "",
                    program("initdb"),
                    "--pgdata=" + fresh,
                    "--username=" + OWNER,
                    "--pwfile=" + secret,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions");
        } finally {
            Files.deleteIfExists(secret);
        }
        run(
                "create database " + DATABASE + ";\n",
                program("postgres"),
                "--single",
                "-D",
                fresh.toString(),
                "template1");
        Files.move(fresh, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * A killed ledger's initdb may still be at work in its own folder, which is left to it then.
     */
    private static void deleteUnfinished(DataFolder folder) throws IOException {
        try (var unfinished = Files.newDirectoryStream(folder.root(), UNFINISHED + "*")) {
            for (Path old : unfinished) {
                Folders.delete(old);
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            logger.debug("not deleted, still in use", e);
        }
    }

    /** Starts the server with {@code name=value} settings and returns when it answers. */
    void start(Path cluster, List<String> settings) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".old"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        run(
                "",
                program("pg_ctl"),
                "start",
                "--wait",
                "--silent",
                "--timeout=" + START_TIMEOUT_SECONDS,
                "--pgdata=" + cluster,
                "--log=" + log,
                "--options=" + settings.stream().collect(Collectors.joining(" -c ", "-c ", "")));
    }

    /** Ends connections and open transactions, writes everything out and waits for the end. */
    void stop(Path cluster) {
        try {
            run(
                    "",
                    program("pg_ctl"),
                    "stop",
                    "--mode=fast",
                    "--wait",
                    "--silent",
                    "--timeout=" + STOP_TIMEOUT_SECONDS,
                    "--pgdata=" + cluster);
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "PostgreSQL on " + cluster + " cannot be stopped", e);
        }
    }

    private String program(String name) {
        return bin.resolve(name).toString();
    }

    private void run(String input, String... command) throws IOException {
        if (!Files.exists(log)) {
            Files.createFile(log);
        }
        account.takeOver(log);
        var builder =
                new ProcessBuilder(account.as(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Whatever the user has set for a PostgreSQL of his own is not meant for this one.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            try (var stdin =
                    new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)) {
                stdin.write(input);
            }
            if (process.waitFor() != 0) {
                throw new EmbeddedPostgresException(
                        "%s failed. The end of %s:%n%s"
                                .formatted(Path.of(command[0]).getFileName(), log, endOfLog()));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("interrupted while PostgreSQL was starting", e);
        }
    }

    private String endOfLog() throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        return lines.stream()
                .skip(Math.max(0, lines.size() - LINES_SHOWN))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
