package org.aidledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when somebody is killed, and who is none of our business. */
class RecoveryTest {

    @TempDir Path temporary;
    private Path folder = Path.of("");
    private Path cluster = Path.of("");

    @BeforeEach
    void name() throws IOException {
        folder = temporary.toRealPath().resolve("ledger");
        cluster = folder.resolve("postgres-18");
    }

    @Test
    void startsAgainByItselfWhenThePostmasterIsKilled() throws Exception {
        try (var server = EmbeddedPostgres.start(folder)) {
            Sql.run(server, "create table note (text text)", "insert into note values ('kept')");
            long killed = kill(postmaster());

            Eventually.await("another one serves", () -> isServing() && postmaster() != killed);
            Eventually.await("it answers", () -> answers(server));
            assertThat(Sql.ask(server, "select text from note")).isEqualTo("kept");
        }
        assertThat(Postmaster.recordedIn(cluster)).isEmpty();
    }

    @Test
    void startsAfterPostmasterAndLedgerWereKilled() throws Exception {
        try (var ledger = OtherLedger.startOn(folder)) {
            ledger.answer();
            ledger.run("create table note (text text)", "insert into note values ('kept')");
            long postmaster = postmaster();
            ledger.kill();
            kill(postmaster);
        }
        try (var server = EmbeddedPostgres.start(folder)) {
            assertThat(Sql.ask(server, "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void replacesTheServerThatAKilledLedgerLeft() throws Exception {
        long orphan;
        try (var ledger = OtherLedger.startOn(folder)) {
            ledger.answer();
            ledger.run("create table note (text text)", "insert into note values ('kept')");
            orphan = postmaster();
            ledger.kill();
        }
        assertThat(isServing()).as("the orphan outlives its ledger").isTrue();
        try (var server = EmbeddedPostgres.start(folder)) {
            assertThat(postmaster()).isNotEqualTo(orphan);
            assertThat(new Postmaster(orphan, cluster).isServing()).isFalse();
            assertThat(Sql.ask(server, "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void leavesAForeignServerAlone() throws Exception {
        Path foreignFolder = temporary.resolve("foreign");
        try (var foreign = EmbeddedPostgres.start(foreignFolder)) {
            EmbeddedPostgres.start(folder).close();
            Path foreignPid = Postmaster.pidFile(foreignFolder.resolve("postgres-18"));
            Files.copy(foreignPid, Postmaster.pidFile(cluster));

            try (var server = EmbeddedPostgres.start(folder)) {
                assertThat(Sql.ask(server, "select 1")).isEqualTo("1");
                assertThat(server.jdbcUrl()).isNotEqualTo(foreign.jdbcUrl());
            }
            assertThat(Sql.ask(foreign, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void leavesAProcessAloneThatGotTheNumberOfADeadServer() throws Exception {
        EmbeddedPostgres.start(folder).close();
        Process bystander = new ProcessBuilder("sleep", "600").start();
        try {
            Files.write(
                    Postmaster.pidFile(cluster),
                    List.of(Long.toString(bystander.pid()), cluster.toString()));
            try (var server = EmbeddedPostgres.start(folder)) {
                assertThat(Sql.ask(server, "select 1")).isEqualTo("1");
            }
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void survivesAnEmptyPidFile() throws Exception {
        EmbeddedPostgres.start(folder).close();
        Files.createFile(Postmaster.pidFile(cluster));
        try (var server = EmbeddedPostgres.start(folder)) {
            assertThat(Sql.ask(server, "select 1")).isEqualTo("1");
        }
    }

    private long postmaster() {
        return Postmaster.recordedIn(cluster).orElseThrow().pid();
    }

    private boolean isServing() {
        return Postmaster.recordedIn(cluster).filter(Postmaster::isServing).isPresent();
    }

    private static boolean answers(EmbeddedPostgres server) {
        try {
            return Sql.ask(server, "select 1").equals("1");
        } catch (SQLException e) {
            return false;
        }
    }

    private static long kill(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
        return pid;
    }
}
