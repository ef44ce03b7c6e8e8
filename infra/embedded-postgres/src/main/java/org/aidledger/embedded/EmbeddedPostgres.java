package org.aidledger.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that runs for as long as this object is open and keeps its data in one
 * folder.
 *
 * <p>It commits durably, listens on the loopback interface only and asks for a password that was
 * generated for this folder. A server left behind by a killed process is stopped and replaced; one
 * that this folder does not own is never touched.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The role that the ledger works as, and to which its read tables belong. */
    public static final String WORKING_ROLE = "ledger_server";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** Given on the command line, where they win over every file and over {@code ALTER SYSTEM}. */
    private static final List<String> SETTINGS =
            List.of(
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "listen_addresses=" + LoopbackPort.HOST,
                    "unix_socket_directories=",
                    "max_connections=200",
                    "shared_buffers=64MB",
                    "timezone=UTC",
                    "log_timezone=UTC");

    private static final int START_ATTEMPTS = 3;

    private final DataFolder folder;
    private final PostgresPrograms programs;
    private final String password;
    private final LoopbackPort port;
    private volatile boolean open = true;

    private EmbeddedPostgres(
            DataFolder folder, PostgresPrograms programs, String password, LoopbackPort port) {
        this.folder = folder;
        this.programs = programs;
        this.password = password;
        this.port = port;
    }

    /**
     * Starts the server on {@code dataDir}, which is created when it does not exist.
     *
     * @throws DataFolderInUseException when another process has the folder open
     * @throws EmbeddedPostgresException when the server cannot run; the message says why, for the
     *     person at the keyboard
     */
    public static EmbeddedPostgres start(Path dataDir) {
        return start(dataDir, ServerAccount.forThisProcess());
    }

    static EmbeddedPostgres start(Path dataDir, ServerAccount account) {
        long began = System.nanoTime();
        DataFolder folder = DataFolder.open(dataDir);
        try {
            EmbeddedPostgres server = startIn(folder, account);
            long tookMillis = (System.nanoTime() - began) / 1_000_000;
            log.info("PostgreSQL runs on {} after {} ms", folder.cluster(), tookMillis);
            return server;
        } catch (IOException e) {
            folder.close();
            throw new EmbeddedPostgresException(
                    "PostgreSQL could not be started in " + folder.root() + ": " + e, e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static EmbeddedPostgres startIn(DataFolder folder, ServerAccount account)
            throws IOException {
        Path binaries = PostgresBinaries.forThisPlatform().unpacked(account.cacheFor(folder));
        var programs = new PostgresPrograms(binaries, account, folder.log());
        String password = folder.password();
        if (!folder.hasCluster()) {
            programs.createCluster(folder);
        }
        account.takeOver(folder.cluster(), folder.log());
        Leftovers.clear(folder.cluster(), programs);

        var server =
                new EmbeddedPostgres(
                        folder, programs, password, startOnUnusedPort(folder, programs));
        try {
            server.assertDurable();
            server.watch();
        } catch (RuntimeException e) {
            programs.stop(folder.cluster());
            throw e;
        }
        return server;
    }

    private static LoopbackPort startOnUnusedPort(DataFolder folder, PostgresPrograms programs)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            LoopbackPort port = LoopbackPort.unused();
            try {
                startOn(port, folder, programs);
                return port;
            } catch (EmbeddedPostgresException e) {
                // Somebody may have taken the port between the question and its use.
                if (attempt == START_ATTEMPTS || port.isUnused()) {
                    throw e;
                }
            }
        }
    }

    private static void startOn(LoopbackPort port, DataFolder folder, PostgresPrograms programs)
            throws IOException {
        programs.start(
                folder.cluster(),
                Stream.concat(SETTINGS.stream(), Stream.of("port=" + port.number())).toList());
    }

    /** Asks the server itself, as the user that will write: a setting can hide in many places. */
    private void assertDurable() {
        String question =
                "select name, setting from pg_settings where setting <> 'on' and name in"
                        + " ('fsync', 'synchronous_commit', 'full_page_writes')";
        try (var connection = DriverManager.getConnection(jdbcUrl(), user(), password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            if (rows.next()) {
                throw new EmbeddedPostgresException(
                        "PostgreSQL in %s would lose committed data: %s is %s"
                                .formatted(folder.root(), rows.getString(1), rows.getString(2)));
            }
        } catch (SQLException e) {
            throw new EmbeddedPostgresException(
                    "PostgreSQL in %s started but does not answer: %s"
                            .formatted(folder.root(), e.getMessage()),
                    e);
        }
    }

    /** A server that dies while it is needed is started again where its users look for it. */
    private void watch() {
        var _ =
                Postmaster.recordedIn(folder.cluster())
                        .flatMap(postmaster -> ProcessHandle.of(postmaster.pid()))
                        .map(process -> process.onExit().thenRunAsync(this::startAgain));
    }

    private synchronized void startAgain() {
        if (!open) {
            return;
        }
        log.error("PostgreSQL on {} died; starting it again", folder.cluster());
        try {
            Leftovers.clear(folder.cluster(), programs);
            startOn(port, folder, programs);
            watch();
            log.info("PostgreSQL runs on {} again", folder.cluster());
        } catch (IOException | RuntimeException e) {
            log.error("PostgreSQL on {} could not be started again", folder.cluster(), e);
        }
    }

    /** Where to connect, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s"
                .formatted(LoopbackPort.HOST, port.number(), PostgresPrograms.DATABASE);
    }

    /** The owner of the database, and superuser of this server. */
    public String user() {
        return PostgresPrograms.OWNER;
    }

    /** The password generated for this folder. */
    public String password() {
        return password;
    }

    /** Stops the server, ending what is still connected, and frees the folder. */
    @Override
    public synchronized void close() {
        if (!open) {
            return;
        }
        open = false;
        try {
            // A server that died by itself, or was killed, needs no stopping.
            if (Postmaster.recordedIn(folder.cluster()).filter(Postmaster::isServing).isPresent()) {
                programs.stop(folder.cluster());
            }
        } finally {
            folder.close();
        }
    }

    @Override
    public String toString() {
        return "PostgreSQL in " + folder.root();
    }
}
