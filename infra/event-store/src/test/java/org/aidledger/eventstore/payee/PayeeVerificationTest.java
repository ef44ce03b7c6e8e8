package org.aidledger.eventstore.payee;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.aidledger.approval.Approval;
import org.aidledger.approval.ApprovalCommand.RequestApproval;
import org.aidledger.event.Voucher;
import org.aidledger.eventstore.Given;
import org.aidledger.eventstore.TestLedger;
import org.aidledger.fund.FundId;
import org.aidledger.fund.MoneyCommand.Pay;
import org.aidledger.fund.ProjectId;
import org.aidledger.money.Money;
import org.aidledger.payee.PayeeCommand.ErasePayee;
import org.aidledger.payee.PayeeFile;
import org.aidledger.payee.Pseudonym;
import org.aidledger.proof.Flaw;
import org.aidledger.proof.Flaw.Kind;
import org.aidledger.proof.Verification;
import org.aidledger.proof.VerificationReport;
import org.aidledger.proof.VerificationReport.Names;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody with every right in the database changes whom pseudonyms stand for; each time it is said
 * of whom, and which event is the first about them. Event 0 names one payee, event 1 a second, and
 * event 2 the first again; a third one was refused, so that no event names them; event 3 erased a
 * fourth, who was named by none.
 */
class PayeeVerificationTest {

    /** By no event. */
    private static final String ERASED =
            "trace = null, master = null, key = null, name = null, erased = now(),"
                    + " posting_id = 'x', actor = 'x', reason = 'x'";

    private static final TestLedger LEDGER = TestLedger.start();
    private static final Pseudonym ONE = pseudonym("阿依古丽 6222-01");
    private static final Pseudonym TWO = pseudonym("麦麦提 6222-02");
    private static final Pseudonym UNNAMED = pseudonym("艾力 6222-03");
    private static final Pseudonym GONE = pseudonym("热娜 6222-04");

    private final JdbcClient jdbc = LEDGER.jdbc();

    @BeforeAll
    static void grow() {
        pay("a", "阿依古丽 6222-01", "");
        pay("b", "麦麦提 6222-02", "");
        pay("c", "阿依古丽 6222-01", "\"payee\":\"payee-" + "0".repeat(40) + "\"");
        LEDGER.jdbc().sql("create table before as select * from ledger.payees").update();
        send(LEDGER, new ErasePayee(GONE, Given.voucher("erase-" + GONE), "本人要求"));
        LEDGER.jdbc().sql("create table kept as select * from ledger.payees").update();
    }

    @AfterEach
    void restore() {
        jdbc.sql("delete from ledger.payees").update();
        jdbc.sql("insert into ledger.payees select * from kept").update();
    }

    @AfterAll
    static void stop() {
        LEDGER.close();
    }

    private static Pseudonym pseudonym(String name) {
        return LEDGER.bean(Vault.class).pseudonyms(Set.of(name)).values().iterator().next();
    }

    private static void pay(String id, String payee, String note) {
        var plain = Given.voucher(id);
        var voucher =
                new Voucher(
                        plain.postingId(),
                        plain.effective(),
                        plain.actor(),
                        plain.approvedBy(),
                        plain.documents(),
                        note);
        RequestApproval asked =
                new RequestApproval(
                        new Pay(
                                new FundId("F"),
                                voucher,
                                new ProjectId("P"),
                                Money.of("1.00", "CNY"),
                                payee));
        send(LEDGER, Approval.COMMAND, asked);
    }

    private static void send(TestLedger ledger, ErasePayee command) {
        send(ledger, PayeeFile.COMMAND, command);
    }

    private static void send(TestLedger ledger, String name, Object command) {
        ledger.bean(CommandGateway.class)
                .sendAndWait(new GenericCommandMessage<>(new GenericMessage<>(command), name));
    }

    private static VerificationReport verify() {
        return verify(LEDGER);
    }

    private static VerificationReport verify(TestLedger ledger) {
        return ledger.bean(Verification.class).run(List.of(), List.of(), (_, _) -> {});
    }

    private void alter(Pseudonym payee, String set) {
        assertThat(
                        jdbc.sql("update ledger.payees set " + set + " where id = ?")
                                .param(payee.value())
                                .update())
                .isEqualTo(1);
    }

    private void found(Kind kind, Pseudonym payee, long position) {
        assertThat(verify().flaws())
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.kind()).as(flaw.sentence()).isEqualTo(kind);
                    assertThat(flaw.position()).as(flaw.sentence()).isEqualTo(position);
                    assertThat(flaw.sentence()).contains(payee.value());
                });
    }

    /** What a note says of payees is not what an event says of its own. */
    @Test
    void whatNobodyTouchedIsSound() {
        VerificationReport report = verify();
        assertThat(report.flaws()).isEmpty();
        assertThat(report.payees()).isEqualTo(new Names(3, 1, 0));
    }

    @Test
    void aRowThatIsGone() {
        jdbc.sql("delete from ledger.payees where id = ?").param(TWO.value()).update();
        found(Kind.PAYEE_MISSING, TWO, 1);
    }

    @Test
    void theRowOfAnErasedPayeeThatIsGone() {
        jdbc.sql("delete from ledger.payees where id = ?").param(GONE.value()).update();
        found(Kind.PAYEE_MISSING, GONE, 3);
    }

    @Test
    void aRowThatNoEventNamesIsMissedByNobody() {
        jdbc.sql("delete from ledger.payees where id = ?").param(UNNAMED.value()).update();
        assertThat(verify().flaws()).isEmpty();
    }

    @Test
    void aRowUnderAnotherPseudonym() {
        String other = "payee-" + "f".repeat(40);
        alter(ONE, "id = '" + other + "'");
        assertThat(verify().flaws())
                .extracting(Flaw::kind, Flaw::position)
                .containsExactlyInAnyOrder(
                        tuple(Kind.PAYEE_MISSING, 0L), tuple(Kind.PAYEE_ALTERED, Flaw.NO_EVENT));
    }

    @Test
    void aRowUnderWhatIsNoPseudonym() {
        alter(UNNAMED, "id = 'x'");
        assertThat(verify().flaws()).extracting(Flaw::kind).containsExactly(Kind.PAYEE_ALTERED);
    }

    @Test
    void everySealedColumnIsCovered() {
        for (String column :
                List.of(
                        "name = set_byte(name, 20, get_byte(name, 20) # 1)",
                        "key = set_byte(key, 20, get_byte(key, 20) # 1)",
                        "name = ''",
                        "key = 'short'",
                        "trace = set_byte(trace, 0, get_byte(trace, 0) # 1)",
                        "master = '0123456789abcdef'")) {
            alter(TWO, column);
            found(Kind.PAYEE_ALTERED, TWO, 1);
            restore();
            assertThat(verify().flaws()).isEmpty();
        }
        alter(UNNAMED, "name = ''");
        found(Kind.PAYEE_ALTERED, UNNAMED, Flaw.NO_EVENT);
    }

    @Test
    void theNameOfAnother() {
        jdbc.sql(
                        """
                        update ledger.payees p set key = o.key, name = o.name
                        from ledger.payees o where p.id = ? and o.id = ?
                        """)
                .params(TWO.value(), ONE.value())
                .update();
        found(Kind.PAYEE_ALTERED, TWO, 1);
    }

    /** By somebody who has the master key, too. */
    @Test
    void anotherNameSealedUnderAnOldPseudonym() {
        PayeeKey key = PayeeKey.fresh();
        jdbc.sql("update ledger.payees set key = ?, name = ? where id = ?")
                .param(MasterKey.parse(TestLedger.PAYEES_KEY).seal(key, ONE))
                .param(key.seal("forged", ONE))
                .param(ONE.value())
                .update();
        found(Kind.PAYEE_ALTERED, ONE, 0);
    }

    /** Money for one of them would have gone to the books of the other from then on. */
    @Test
    void tracesThatChangedPlaces() {
        byte[] ofTwo =
                jdbc.sql("select trace from ledger.payees where id = ?")
                        .param(TWO.value())
                        .query(byte[].class)
                        .single();
        alter(TWO, "trace = 'x'");
        jdbc.sql("update ledger.payees set trace = ? where id = ?")
                .params(ofTwo, ONE.value())
                .update();
        assertThat(verify().flaws())
                .extracting(Flaw::kind)
                .containsExactly(Kind.PAYEE_ALTERED, Kind.PAYEE_ALTERED);
    }

    @Test
    void aRowErasedByNoEvent() {
        alter(ONE, ERASED);
        found(Kind.PAYEE_ERASED, ONE, 0);
    }

    @Test
    void anErasedNameThatIsThereAgain() {
        sealAgain(GONE, "leaving = false");
        found(Kind.PAYEE_NOT_ERASED, GONE, 3);
    }

    /** It has to go at once; one that goes on waiting was put there, or no node ended its work. */
    @Test
    void anErasedNameThatIsAboutToGoForLong() {
        sealAgain(GONE, "leaving = true");
        jdbc.sql("alter table ledger.events disable trigger all").update();
        moveClock("1 hour");
        assertThat(verify().flaws()).extracting(Flaw::kind).doesNotContain(Kind.PAYEE_NOT_ERASED);
        moveClock("-2 hours");
        assertThat(verify().flaws()).extracting(Flaw::kind).contains(Kind.PAYEE_NOT_ERASED);
        moveClock("1 hour");
        restore();
        assertThat(verify().flaws()).isEmpty();
    }

    private void moveClock(String by) {
        jdbc.sql("update ledger.events set recorded = recorded + interval '%s'".formatted(by))
                .update();
    }

    /** The row as it stood before the erasure, as an old backup has it. */
    private void sealAgain(Pseudonym payee, String set) {
        jdbc.sql("delete from ledger.payees where id = ?").param(payee.value()).update();
        jdbc.sql("insert into ledger.payees select * from before where id = ?")
                .param(payee.value())
                .update();
        alter(payee, set);
    }

    @Test
    void whoErasedWhenAndWhy() {
        for (String column :
                List.of(
                        "erased = erased + interval '1 microsecond'",
                        "posting_id = 'x'",
                        "actor = 'x'",
                        "reason = 'x'")) {
            alter(GONE, column);
            found(Kind.PAYEE_ALTERED, GONE, 3);
            restore();
        }
    }

    /** A restore to an instant before an erasure: the name is gone, and the event is to come. */
    @Test
    void anErasureWhoseEventIsMissingIsMadeUpForByErasingAgain() {
        try (TestLedger other = TestLedger.start()) {
            Pseudonym payee =
                    other.bean(Vault.class).pseudonyms(Set.of("艾力")).values().iterator().next();
            other.jdbc().sql("update ledger.payees set " + ERASED).update();
            assertThat(verify(other).flaws())
                    .extracting(Flaw::kind)
                    .containsExactly(Kind.PAYEE_ERASED);
            send(other, new ErasePayee(payee, Given.voucher("again"), "本人要求"));
            assertThat(verify(other).flaws()).isEmpty();
            assertThat(verify(other).payees()).isEqualTo(new Names(0, 1, 0));
        }
    }

    @Test
    void namesUnderALostMasterKeyAreCounted() {
        String lost = "lost " + MasterKey.parse(TestLedger.PAYEES_KEY).id();
        PayeeVerification verification =
                PayeeVerification.ofRows(
                        LEDGER.bean(DataSource.class),
                        MasterKeys.of(lost + "\n" + "B".repeat(43) + "="));
        assertThat(verification.flaws()).isEmpty();
        assertThat(verification.names()).isEqualTo(new Names(0, 1, 3));
    }

    @Test
    void pseudonymsAreFoundWhereverTheyStandAndNowhereElse() {
        String id = "payee-" + "0123456789".repeat(4);
        assertThat(NamedPayees.in(("{\"a\":1,\"payee\":\"" + id + "\"}").getBytes(UTF_8)))
                .containsExactly(id);
        assertThat(NamedPayees.in(("\"payee\":\"" + id).getBytes(UTF_8))).containsExactly(id);
        for (String other :
                List.of(
                        "",
                        "\"payee\":\"",
                        "{\"payee\":\"\"}",
                        "{\"payee\":\"" + id.substring(1) + "\"}",
                        "{\"payee\":\"" + id.replace('9', 'x') + "\"}",
                        "{\"note\":\"\\\"payee\\\":\\\"" + id + "\\\"\"}",
                        "\"payee\":\"" + id.substring(0, 45))) {
            assertThat(NamedPayees.in(other.getBytes(UTF_8))).as(other).isEmpty();
        }
    }
}
