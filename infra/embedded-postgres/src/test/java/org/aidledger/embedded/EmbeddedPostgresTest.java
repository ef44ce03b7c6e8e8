package org.aidledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server in ordinary times: settings, access, data kept, one owner per folder. */
class EmbeddedPostgresTest {

    @TempDir Path folder;

    @Test
    void keepsDataOverARestart() throws SQLException {
        try (var server = EmbeddedPostgres.start(folder)) {
            Sql.run(server, "create table note (text text)", "insert into note values ('kept')");
        }
        try (var server = EmbeddedPostgres.start(folder)) {
            assertThat(Sql.ask(server, "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void runsWithDurableSettings() throws SQLException {
        try (var server = EmbeddedPostgres.start(folder)) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(Sql.ask(server, "show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(Sql.ask(server, "show data_checksums")).isEqualTo("on");
            assertThat(Sql.ask(server, "show server_encoding")).isEqualTo("UTF8");
            assertThat(Sql.ask(server, "show max_connections")).isEqualTo("200");
            assertThat(Sql.ask(server, "show log_timezone")).isEqualTo("UTC");
            assertThat(
                            Sql.ask(
                                    server,
                                    "select datlocprovider::text || ' ' || datlocale from pg_database"
                                            + " where datname = current_database()"))
                    .isEqualTo("b C.UTF-8");
        }
    }

    @Test
    void refusesToRunWithASettingThatLosesCommits() throws SQLException {
        try (var server = EmbeddedPostgres.start(folder)) {
            Sql.run(server, "alter role ledger set synchronous_commit = off");
        }
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("synchronous_commit is off");
        assertThat(Postmaster.recordedIn(folder.resolve("postgres-18"))).isEmpty();
    }

    @Test
    void letsInOnlyThoseWhoKnowThePassword() throws Exception {
        try (var server = EmbeddedPostgres.start(folder)) {
            assertThatThrownBy(() ->
                            DriverManager.getConnection(server.jdbcUrl(), server.user(), "guess")
                                    .close())
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));

            Path passwordFile = folder.resolve("postgres.password");
            assertThat(Files.readString(passwordFile).strip()).isEqualTo(server.password());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwordFile)))
                    .isEqualTo("rw-------");
            assertThat(Files.readAllLines(folder.resolve("postgres-18/pg_hba.conf")))
                    .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith("scram-sha-256"));
        }
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() throws Exception {
        try (var server = EmbeddedPostgres.start(folder)) {
            assertThat(Sql.ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Sql.ask(server, "show unix_socket_directories")).isEmpty();
            int port = Integer.parseInt(Sql.ask(server, "show port"));
            assertThatThrownBy(() -> new Socket(InetAddress.ofLiteral("127.0.0.2"), port).close())
                    .isInstanceOf(java.net.ConnectException.class);
        }
    }

    @Test
    void refusesASecondOwnerInTheSameProcess() throws SQLException {
        try (var server = EmbeddedPostgres.start(folder)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                        .isInstanceOf(DataFolderInUseException.class)
                        .hasMessage("the data folder %s is in use by this process", folder);
            }
            assertThat(Sql.ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesASecondProcessAndNamesTheFirst() throws Exception {
        try (var server = EmbeddedPostgres.start(folder);
                var other = OtherLedger.startOn(folder)) {
            assertThat(other.answer())
                    .isEqualTo(
                            "refused: the data folder %s is in use by process %d"
                                    .formatted(folder, ProcessHandle.current().pid()));
            assertThat(Sql.ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void isRefusedByAFirstProcess() throws Exception {
        try (var other = OtherLedger.startOn(folder)) {
            assertThat(other.answer()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(DataFolderInUseException.class)
                    .hasMessage("the data folder %s is in use by process %d", folder, other.pid());
        }
    }

    @Test
    void missesItsPasswordFileAloud() throws Exception {
        EmbeddedPostgres.start(folder).close();
        Files.delete(folder.resolve("postgres.password"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("postgres.password is missing");
    }

    @Test
    void startsOverWhenKilledWhileCreatingTheData() throws Exception {
        Files.createDirectories(folder.resolve("unfinished-1/base"));
        Files.writeString(folder.resolve("unfinished-1/PG_VERSION"), "18");
        try (var server = EmbeddedPostgres.start(folder)) {
            assertThat(Sql.ask(server, "select 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("unfinished-1")).doesNotExist();
    }

    @Test
    void closesOnce() {
        var server = EmbeddedPostgres.start(folder);
        server.close();
        server.close();
        assertThat(Postmaster.recordedIn(folder.resolve("postgres-18"))).isEmpty();
    }
}
