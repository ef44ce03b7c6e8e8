package org.aidledger.eventstore.payee;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.aidledger.event.Backup;
import org.aidledger.event.BackupRefused;
import org.aidledger.eventstore.Given;
import org.aidledger.eventstore.TestLedger;
import org.aidledger.eventstore.stored.EventSerializer;
import org.aidledger.fund.FundId;
import org.aidledger.fund.MoneyEvent.FundsPaid;
import org.aidledger.fund.ProjectId;
import org.aidledger.money.Money;
import org.aidledger.payee.Payee;
import org.aidledger.payee.PayeeCommand;
import org.aidledger.payee.PayeeCommand.ErasePayee;
import org.aidledger.payee.PayeeFile;
import org.aidledger.payee.PayeeRejection;
import org.aidledger.payee.Payees;
import org.aidledger.payee.Pseudonym;
import org.aidledger.rejection.CommandRejected;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names are sealed, found, exchanged for nothing else, and gone when erased. */
class VaultTest {

    private static final String NAME = "阿依古丽 6222-01";
    private static final String OTHER = "麦麦提 6222-02";
    private static final String NEW_KEY = "B".repeat(43) + "=";

    private final TestLedger ledger = TestLedger.start();
    private final JdbcClient jdbc = ledger.jdbc();

    @AfterEach
    void stop() {
        ledger.close();
    }

    private Vault vault(String keys) {
        return new Vault(ledger.bean(DataSource.class), MasterKeys.of(keys));
    }

    private static Optional<String> name(Payees payees, Pseudonym payee) {
        return Optional.ofNullable(payees.names(List.of(payee)).get(payee));
    }

    private static Pseudonym pseudonym(Vault vault, String name) {
        return vault.pseudonyms(Set.of(name)).values().iterator().next();
    }

    private static void erase(TestLedger ledger, Pseudonym payee, String reason) {
        PayeeCommand command = new ErasePayee(payee, Given.voucher("erase-" + payee), reason);
        ledger.bean(CommandGateway.class)
                .sendAndWait(
                        new GenericCommandMessage<>(
                                new GenericMessage<>(command), PayeeFile.COMMAND));
    }

    @Test
    void aNameHasOnePseudonymAndComesBackFromIt() {
        Vault vault = ledger.bean(Vault.class);
        Map<String, Pseudonym> both = vault.pseudonyms(List.of(NAME, OTHER, NAME));
        assertThat(both).hasSize(2);
        assertThat(pseudonym(vault(TestLedger.PAYEES_KEY), NAME)).isEqualTo(both.get(NAME));
        assertThat(vault.names(both.values()))
                .containsEntry(both.get(NAME), NAME)
                .containsEntry(both.get(OTHER), OTHER);
        assertThat(vault.find(List.of(NAME, "nobody"))).isEqualTo(Map.of(NAME, both.get(NAME)));
        byte[] row =
                jdbc.sql("select name from ledger.payees limit 1").query(byte[].class).single();
        assertThat(new String(row, UTF_8)).doesNotContain("阿依古丽", "6222");
    }

    @Test
    void aNamePutInAnothersPlaceIsNotRead() {
        Vault vault = ledger.bean(Vault.class);
        Pseudonym one = pseudonym(vault, NAME);
        Pseudonym other = pseudonym(vault, OTHER);
        jdbc.sql(
                        """
                        update ledger.payees p set key = o.key, name = o.name
                        from ledger.payees o where p.id = :one and o.id = :other
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .update();
        assertThat(name(vault, one)).isEmpty();
        assertThat(name(vault, other)).contains(OTHER);
    }

    /** Even whoever has the master key cannot pretend that somebody else was paid. */
    @Test
    void aNameSealedAnewUnderAnOldPseudonymIsNotRead() {
        Vault vault = ledger.bean(Vault.class);
        Pseudonym one = pseudonym(vault, NAME);
        PayeeKey key = PayeeKey.fresh();
        jdbc.sql("update ledger.payees set key = :key, name = :name")
                .param("key", MasterKey.parse(TestLedger.PAYEES_KEY).seal(key, one))
                .param("name", key.seal("forged", one))
                .update();
        assertThat(name(vault, one)).isEmpty();
    }

    @Test
    void whatIsErasedIsGoneAndTheReasonStays() {
        Vault vault = ledger.bean(Vault.class);
        Pseudonym payee = pseudonym(vault, NAME);
        erase(ledger, payee, "本人要求");
        assertThat(name(vault, payee)).isEmpty();
        assertThat(vault.find(List.of(NAME))).isEmpty();
        assertThat(vault.erased(List.of(payee))).containsExactly(payee);
        assertThat(
                        jdbc.sql("select num_nonnulls(trace, master, key, name) from ledger.payees")
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(ledger.bean(Payees.class).erasures())
                .singleElement()
                .satisfies(e -> assertThat(e.reason()).isEqualTo("本人要求"));
        assertThat(pseudonym(vault, NAME)).isNotEqualTo(payee);
        assertThat(ledger.log().after(-1, 10)).hasSize(1);
    }

    @Test
    void anErasureMustNotRepeatTheName() {
        Pseudonym payee = pseudonym(ledger.bean(Vault.class), NAME);
        assertThatThrownBy(() -> erase(ledger, payee, "asked by " + NAME + " herself"))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        e ->
                                assertThat(e.rejection())
                                        .isEqualTo(new PayeeRejection.PayeeNamed(payee)));
        assertThat(ledger.log().count()).isZero();
    }

    /** The event was stored, and then the power failed. */
    @Test
    void anErasureThatWasCutOffIsFinishedAtTheNextStart() {
        Vault vault = ledger.bean(Vault.class);
        Pseudonym payee = pseudonym(vault, NAME);
        Pseudonym stays = pseudonym(vault, OTHER);
        jdbc.sql("create table kept as select * from ledger.payees").update();
        erase(ledger, payee, "本人要求");
        jdbc.sql("delete from ledger.payees").update();
        jdbc.sql("insert into ledger.payees select * from kept").update();
        jdbc.sql("update ledger.payees set leaving = true").update();
        assertThat(name(vault, payee)).contains(NAME);
        try (TestLedger next = TestLedger.start(ledger.database())) {
            assertThat(name(next.bean(Vault.class), payee)).isEmpty();
            assertThat(name(next.bean(Vault.class), stays)).contains(OTHER);
            assertThat(next.bean(Vault.class).leaving()).isEmpty();
        }
    }

    @Test
    void aNewMasterKeyOpensWhatTheOldOneSealed() {
        Pseudonym payee = pseudonym(ledger.bean(Vault.class), NAME);
        Vault both = vault(TestLedger.PAYEES_KEY + "\n" + NEW_KEY);
        assertThat(name(both, payee)).contains(NAME);
        // All is sealed anew by now, so that the old one can be destroyed.
        Vault after = vault(NEW_KEY);
        assertThat(name(after, payee)).contains(NAME);
        assertThat(pseudonym(after, NAME)).isEqualTo(payee);
        assertThatThrownBy(() -> vault(TestLedger.PAYEES_KEY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lost " + MasterKey.parse(NEW_KEY).id());
    }

    @Test
    void aLostMasterKeyIsGivenUpByName() {
        Pseudonym payee = pseudonym(ledger.bean(Vault.class), NAME);
        String lost = "lost " + MasterKey.parse(TestLedger.PAYEES_KEY).id();
        Vault after = vault(lost + "\n" + NEW_KEY);
        assertThat(name(after, payee)).isEmpty();
        assertThat(name(after, pseudonym(after, NAME))).contains(NAME);
    }

    @Test
    void aBackupHoldsNamesSealedAndIsRestoredWithTheSameMasterKey() throws IOException {
        Vault vault = ledger.bean(Vault.class);
        ledger.send(Given.open(new FundId("F")));
        Pseudonym payee = pseudonym(vault, NAME);
        Pseudonym gone = pseudonym(vault, OTHER);
        erase(ledger, gone, "本人要求");
        ByteArrayOutputStream backup = new ByteArrayOutputStream();
        ledger.bean(Backup.class).write(backup);
        try (TestLedger restored = TestLedger.start()) {
            DataSource other = restored.bean(DataSource.class);
            Backup foreign =
                    new org.aidledger.eventstore.backup.PostgresBackup(
                            other, MasterKeys.of(NEW_KEY), List.of());
            assertThatThrownBy(() -> restore(foreign, backup))
                    .isInstanceOfSatisfying(
                            BackupRefused.class,
                            e ->
                                    assertThat(e.reason())
                                            .isEqualTo(BackupRefused.Reason.OTHER_MASTER_KEY));
            restore(restored.bean(Backup.class), backup);
            Vault same = restored.bean(Vault.class);
            assertThat(name(same, payee)).contains(NAME);
            assertThat(name(same, gone)).isEmpty();
            assertThat(same.erasures()).isEqualTo(vault.erasures());
        }
    }

    private static void restore(Backup into, ByteArrayOutputStream backup) throws IOException {
        into.restore(new ByteArrayInputStream(backup.toByteArray()), Optional.empty());
    }

    @Test
    void theMasterKeyIsItsOwnersAlone(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("payees.key");
        String made = MasterKeys.in(file).toString();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(MasterKeys.in(file)).hasToString(made);
        assertThat(made).doesNotContain(Files.readString(file).strip());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> MasterKeys.in(file)).hasMessageContaining("chmod 600");
        for (String wrong : Stream.of("", "lost 00", "short", "?").toList()) {
            assertThatThrownBy(() -> MasterKeys.of(wrong))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void noEventIsStoredWithANameInClear() {
        FundsPaid paid =
                new FundsPaid(
                        new FundId("F"),
                        Given.voucher("p"),
                        new ProjectId("P"),
                        Money.of("1.00", "CNY"),
                        new Payee(NAME));
        assertThatThrownBy(() -> EventSerializer.ofLedger().serialize(paid, byte[].class))
                .hasRootCauseMessage("a payee's name in clear cannot be stored");
    }
}
