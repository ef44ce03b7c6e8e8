package org.aidledger.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.aidledger.embedded.TestPostgres.Database;

/**
 * A hot standby of the tests' server: made of a base backup, as an operator would, and streaming
 * from it.
 */
public final class TestStandby implements AutoCloseable {

    private static final String SLOT = "test_standby";

    /** What a copy must not have, or has of its own. */
    private static final Set<String> LEFT_OUT =
            Set.of("pg_wal", "pg_replslot", "pg_stat_tmp", "pg_subtrans", "pg_notify");

    private final Database primary;
    private final Path folder;
    private final Path cluster;
    private final PostgresPrograms programs;
    private final LoopbackPort port;

    private TestStandby(
            Database primary, Path folder, PostgresPrograms programs, LoopbackPort port) {
        this.primary = primary;
        this.folder = folder;
        this.cluster = folder.resolve("postgres-18");
        this.programs = programs;
        this.port = port;
    }

    /** Starts one of the server that a database is on. */
    public static TestStandby of(Database database) {
        try {
            Path folder = Files.createTempDirectory("aid-ledger-standby-");
            ServerAccount account = ServerAccount.forThisProcess();
            Path cache;
            try (DataFolder data = DataFolder.open(folder)) {
                cache = account.cacheFor(data);
            }
            TestStandby standby =
                    new TestStandby(
                            database,
                            folder,
                            new PostgresPrograms(
                                    PostgresBinaries.forThisPlatform().unpacked(cache),
                                    account,
                                    folder.resolve("postgres.log")),
                            LoopbackPort.unused());
            standby.copy();
            account.takeOver(standby.cluster);
            standby.start();
            return standby;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("no standby for the test", e);
        }
    }

    /** The same database on the standby. */
    public String jdbcUrl(Database database) {
        String url = database.jdbcUrl();
        return "jdbc:postgresql://%s:%d%s"
                .formatted(LoopbackPort.HOST, port.number(), url.substring(url.lastIndexOf('/')));
    }

    /** From now on it receives what the primary writes, and shows none of it. */
    public void pause() {
        run("select pg_wal_replay_pause()");
    }

    /** It shows what it received meanwhile. */
    public void resume() {
        run("select pg_wal_replay_resume()");
    }

    /** {@code kill -9}, also of what serves its connections. */
    public void kill() {
        ProcessHandle postmaster =
                Postmaster.recordedIn(cluster)
                        .flatMap(recorded -> ProcessHandle.of(recorded.pid()))
                        .orElseThrow();
        List<ProcessHandle> all = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            postmaster.onExit().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the standby survived its kill", e);
        }
    }

    /** After a kill. */
    public void start() {
        try {
            Files.deleteIfExists(Postmaster.pidFile(cluster));
            programs.start(
                    cluster,
                    List.of(
                            "listen_addresses=" + LoopbackPort.HOST,
                            "unix_socket_directories=",
                            "max_connections=200",
                            "shared_buffers=32MB",
                            "port=" + port.number()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an operator does with {@code pg_basebackup}, which is not among our programs. */
    private void copy() throws IOException, SQLException {
        Files.createDirectory(
                cluster,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Connection connection = connect(primary.jdbcUrl());
                Statement sql = connection.createStatement()) {
            sql.execute("select pg_create_physical_replication_slot('" + SLOT + "', true)");
            sql.execute("select pg_backup_start('test standby', fast => true)");
            copyFiles(Path.of(text(sql, "show data_directory")));
            Files.writeString(
                    cluster.resolve("backup_label"),
                    text(sql, "select labelfile from pg_backup_stop(wait_for_archive => false)"));
        }
        Files.createFile(cluster.resolve("standby.signal"));
        Files.writeString(
                cluster.resolve("postgresql.auto.conf"),
                """

                primary_conninfo = 'host=%s port=%s user=%s password=%s'
                primary_slot_name = '%s'
                max_standby_streaming_delay = 1s
                """
                        .formatted(
                                LoopbackPort.HOST,
                                primary.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"),
                                primary.user(),
                                primary.password(),
                                SLOT),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private void copyFiles(Path from) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes of)
                            throws IOException {
                        Path to = cluster.resolve(from.relativize(at));
                        if (!at.equals(from)) {
                            Files.createDirectory(to);
                        }
                        return LEFT_OUT.contains(from.relativize(at).toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path at, BasicFileAttributes of)
                            throws IOException {
                        if (!at.getFileName().toString().startsWith("postmaster.")) {
                            Files.copy(at, cluster.resolve(from.relativize(at)));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path at, IOException e)
                            throws IOException {
                        if (e instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE; // removed by the server meanwhile
                        }
                        throw e;
                    }
                });
    }

    private void run(String question) {
        try (Connection connection = connect(jdbcUrl(primary));
                Statement sql = connection.createStatement()) {
            sql.execute(question);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, primary.user(), primary.password());
    }

    private static String text(Statement sql, String question) throws SQLException {
        try (ResultSet row = sql.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() {
        try {
            if (Postmaster.recordedIn(cluster).filter(Postmaster::isServing).isPresent()) {
                programs.stop(cluster);
            }
            Folders.delete(folder);
            try (Connection connection = connect(primary.jdbcUrl());
                    Statement sql = connection.createStatement()) {
                sql.execute("select pg_drop_replication_slot('" + SLOT + "')");
            }
        } catch (IOException | SQLException e) {
            System.err.println("left behind: " + folder + ": " + e);
        }
    }
}
