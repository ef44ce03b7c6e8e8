package org.aidledger.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.embedded.LedgerDatabase;
import org.aidledger.embedded.TestPostgres;
import org.aidledger.embedded.TestPostgres.Database;
import org.aidledger.event.Migration;
import org.aidledger.event.Migration.End;
import org.aidledger.event.Migration.Login;
import org.aidledger.event.Migration.Report;
import org.aidledger.event.Migration.Stage;
import org.aidledger.event.MigrationRefused;
import org.aidledger.event.Outcome;
import org.aidledger.eventstore.Filling;
import org.aidledger.eventstore.Given;
import org.aidledger.eventstore.TestLedger;
import org.aidledger.eventstore.payee.Vault;
import org.aidledger.fund.FundId;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.TransparencyLog;
import org.aidledger.proof.Verification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A ledger in another store is the same ledger, to the byte, or is opened by nobody. */
class MigrationTest {

    private static final FundId FUND = new FundId("zj-aks-2024");
    private static final int EVENTS = 302;

    /** Small enough for several commits. */
    private static final Migration MIGRATION = new LedgerMigration(100);

    private static final Migration.Progress UNHEARD = (_, _, _) -> {};

    private static final String EVENT_ROWS =
            """
            select position::text, sequence::text, recorded::text, id::text, stream, type, name,
                   revision, encode(payload, 'hex') as payload, encode(metadata, 'hex') as metadata
            from ledger.events e order by e.position
            """;

    private static final Database USED = TestPostgres.freshDatabase();

    private final Database from = TestPostgres.copyOf(USED);
    private final Database to = TestPostgres.freshDatabase();

    @BeforeAll
    static void aLedgerThatWasUsed() {
        try (TestLedger ledger = TestLedger.start(USED)) {
            ledger.send(Given.open(FUND));
            for (int i = 2; i < EVENTS; i++) {
                ledger.send(Given.receive(FUND, "r-" + i, "1.00"));
                if (i == EVENTS / 2) {
                    ledger.bean(TransparencyLog.class).makeCheckpoint();
                }
            }
            ledger.send(Given.open(new FundId("zj-tc-2024")));
            var _ = ledger.bean(Vault.class).pseudonyms(List.of("阿依古丽 6222-01"));
            ledger.jdbc()
                    .sql(
                            """
                            insert into people.account
                            values ('limin', '李敏', '{auditor}', '{*}', false, 'x', false, null, 0, false);
                            insert into people.token
                            values ('t1', 'limin', '', 'abc', now(), now(), null);
                            """)
                    .update();
        }
    }

    private static End end(Database database) {
        return new End(
                database.jdbcUrl(),
                Optional.of(new Login(database.worker(), database.workerPassword())),
                Optional.of(new Login(database.user(), database.password())));
    }

    private static JdbcClient jdbc(Database database) {
        return JdbcClient.create(
                new DriverManagerDataSource(
                        database.jdbcUrl(), database.user(), database.password()));
    }

    private static List<Map<String, @Nullable Object>> rows(Database database) {
        return jdbc(database).sql(EVENT_ROWS).query().listOfRows();
    }

    private static List<@Nullable String> others(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select e::text from ledger.payees e
                        union all select e::text from ledger.log_keys e
                        union all select e::text from ledger.checkpoints e
                        union all select e::text from people.account e
                        union all select e::text from people.token e
                        """)
                .query(String.class)
                .list();
    }

    @Test
    void theLedgerIsTheSameAndGoesOn() {
        Report report = MIGRATION.run(end(from), end(to), UNHEARD);

        assertThat(report.copied()).isEqualTo(EVENTS);
        assertThat(report.events()).isEqualTo(EVENTS);
        assertThat(report.checkpoints()).isEqualTo(2);
        assertThat(report.signedFor()).isEqualTo(EVENTS);
        assertThat(rows(to)).isEqualTo(rows(from));
        assertThat(others(jdbc(to))).containsExactlyInAnyOrderElementsOf(others(jdbc(from)));
        try (TestLedger migrated = TestLedger.start(to)) {
            Checkpoint signed =
                    migrated.bean(TransparencyLog.class).latest().orElseThrow().checkpoint();
            assertThat(signed.root()).hasToString(report.root());
            // A request taken before is known, a new one follows behind.
            assertThat(migrated.send(Given.receive(FUND, "r-7", "1.00")))
                    .isInstanceOfSatisfying(
                            Outcome.Accepted.class, a -> assertThat(a.events()).isZero());
            migrated.send(Given.receive(FUND, "new", "1.00"));
            assertThat(migrated.log().head()).isEqualTo(EVENTS);
            migrated.bean(TransparencyLog.class).makeCheckpoint();
            assertThat(
                            migrated.bean(Verification.class)
                                    .run(List.of(), List.of(), (_, _) -> {})
                                    .flaws())
                    .isEmpty();
        }
    }

    private static final class CutOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Breaks off after the second commit. */
    private void runAndCutOff() {
        assertThatThrownBy(() ->
                        MIGRATION.run(
                                end(from),
                                end(to),
                                (_, done, _) -> {
                                    if (done == 200) {
                                        throw new CutOff();
                                    }
                                }))
                .isInstanceOf(CutOff.class);
        assertThat(rows(to)).hasSize(200);
    }

    @Test
    void cutOffItGoesOnAndMeanwhileIsNoLedger() {
        runAndCutOff();
        assertThatThrownBy(() -> TestLedger.start(to).close())
                .rootCause()
                .hasMessageContaining("is being filled from " + from.jdbcUrl())
                .hasMessageContaining("run `aidledger migrate` again");
        assertThatThrownBy(() -> MIGRATION.run(end(to), end(TestPostgres.freshDatabase()), UNHEARD))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("is being filled itself");

        Report report = MIGRATION.run(end(from), end(to), UNHEARD);

        assertThat(report.copied()).isEqualTo(102);
        assertThat(report.events()).isEqualTo(EVENTS);
        assertThat(rows(to)).isEqualTo(rows(from));
    }

    /** What is cut off behind the comparison has copied people and payees already. */
    @Test
    void cutOffAtTheEndItEndsTheSame() {
        assertThatThrownBy(() ->
                        MIGRATION.run(
                                end(from),
                                end(to),
                                (stage, _, _) -> {
                                    if (stage == Stage.COMPARING) {
                                        throw new CutOff();
                                    }
                                }))
                .isInstanceOf(CutOff.class);
        jdbc(from).sql("update people.account set failures = 3").update();

        Report report = MIGRATION.run(end(from), end(to), UNHEARD);

        assertThat(report.copied()).isZero();
        assertThat(others(jdbc(to))).containsExactlyInAnyOrderElementsOf(others(jdbc(from)));
    }

    @Test
    void aLedgerThatWorksIsCopiedAndThenWaitedFor() {
        try (TestLedger working = TestLedger.start(from)) {
            assertThatThrownBy(() -> MIGRATION.run(end(from), end(to), UNHEARD))
                    .isInstanceOf(MigrationRefused.class)
                    .hasMessageContaining("the first 302 events are copied")
                    .hasMessageContaining("end it and run this again");
            working.send(Given.receive(FUND, "meanwhile", "1.00"));
        }
        Report report = MIGRATION.run(end(from), end(to), UNHEARD);

        assertThat(report.copied()).isEqualTo(1);
        assertThat(report.events()).isEqualTo(EVENTS + 1);
        assertThat(rows(to)).isEqualTo(rows(from));
    }

    @Test
    void notIntoALedger() {
        try (TestLedger working = TestLedger.start(to)) {
            assertThatThrownBy(() -> MIGRATION.run(end(from), end(working.database()), UNHEARD))
                    .isInstanceOf(MigrationRefused.class)
                    .hasMessageContaining("a ledger works on " + to.jdbcUrl());
        }
        assertThatThrownBy(() -> MIGRATION.run(end(from), end(to), UNHEARD))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("is a ledger already");
        assertThat(rows(to)).isEmpty();
    }

    private static void alter(Database database, long position) {
        jdbc(database)
                .sql(
                        """
                        alter table ledger.events disable trigger user;
                        update ledger.events set recorded = recorded + interval '1 microsecond'
                        where position = %d;
                        alter table ledger.events enable always trigger events_are_never_changed;
                        """
                                .formatted(position))
                .update();
    }

    @Test
    void whatIsAlteredAtTheTargetIsFoundAndNamed() {
        runAndCutOff();
        alter(to, 17);

        assertThatThrownBy(() -> MIGRATION.run(end(from), end(to), UNHEARD))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("at position 17 the target holds another event");
        assertThat(Filling.of(new DriverManagerDataSource(to.jdbcUrl(), to.user(), to.password())))
                .isPresent();
    }

    @Test
    void whatWasAlteredAtTheSourceIsNotTakenFor() {
        alter(from, 17);

        assertThatThrownBy(() -> MIGRATION.run(end(from), end(to), UNHEARD))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("its checkpoint over 151 events has another root");
    }

    @Test
    void intoADataFolderAndOutOfIt(@TempDir Path folders) throws IOException {
        End folder =
                new End(folders.resolve("data").toString(), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> MIGRATION.run(folder, end(to), UNHEARD))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("there is no ledger in the folder");

        Report there = MIGRATION.run(end(from), folder, UNHEARD);
        try (LedgerDatabase open = LedgerDatabase.in(Path.of(folder.place()))) {
            assertThat(open).isNotNull();
            assertThatThrownBy(() -> MIGRATION.run(folder, end(to), UNHEARD))
                    .isInstanceOf(MigrationRefused.class)
                    .hasMessageContaining("in use by");
        }
        Report back = MIGRATION.run(folder, end(to), UNHEARD);

        assertThat(back).isEqualTo(there);
        assertThat(rows(to)).isEqualTo(rows(from));
        assertThat(others(jdbc(to))).containsExactlyInAnyOrderElementsOf(others(jdbc(from)));
    }

    /** What stands in the folder still is of before it went there. */
    @Test
    void notOutOfAFolderWhoseLedgerIsOnAServer(@TempDir Path folders) throws IOException {
        Path data = folders.resolve("data");
        End folder = new End(data.toString(), Optional.empty(), Optional.empty());
        var _ = MIGRATION.run(end(from), folder, UNHEARD);
        Files.writeString(data.resolve("database.url"), "jdbc:postgresql://db/ledger\n");

        assertThatThrownBy(() -> MIGRATION.run(folder, end(to), UNHEARD))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("is in the database jdbc:postgresql://db/ledger");
    }

    @Test
    void keysGoFromFolderToFolder(@TempDir Path folders) throws IOException {
        Path one = Files.createDirectory(folders.resolve("one"));
        Path other = folders.resolve("other");
        Files.writeString(one.resolve("log.key"), "secret");

        FolderKeys.copy(one, other);
        FolderKeys.copy(one, other);

        assertThat(other.resolve("log.key")).hasContent("secret");
        assertThat(other.resolve("payees.key")).doesNotExist();
        Files.writeString(one.resolve("log.key"), "another");
        assertThatThrownBy(() -> FolderKeys.copy(one, other))
                .isInstanceOf(MigrationRefused.class)
                .hasMessageContaining("is not the source's");
        assertThat(other.resolve("log.key")).hasContent("secret");
    }
}
