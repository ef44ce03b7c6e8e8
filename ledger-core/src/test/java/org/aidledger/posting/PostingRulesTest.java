package org.aidledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.aidledger.event.PostingId;
import org.aidledger.event.Voucher;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.Mode;
import org.aidledger.fund.MoneyEvent.AuthorityAdded;
import org.aidledger.fund.MoneyEvent.FundsAllocated;
import org.aidledger.fund.MoneyEvent.FundsDisbursed;
import org.aidledger.fund.MoneyEvent.FundsPaid;
import org.aidledger.fund.MoneyEvent.FundsPaidDirectly;
import org.aidledger.fund.MoneyEvent.FundsReallocated;
import org.aidledger.fund.MoneyEvent.FundsReceived;
import org.aidledger.fund.MoneyEvent.FundsReclaimed;
import org.aidledger.fund.MoneyEvent.FundsRecovered;
import org.aidledger.fund.MoneyEvent.FundsReturned;
import org.aidledger.fund.MoneyEvent.Mirrored;
import org.aidledger.fund.MoneyEvent.OtherFlowRecorded;
import org.aidledger.fund.MoneyEvent.PostingReversed;
import org.aidledger.fund.Portion.Whole;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ReallocationBasis;
import org.aidledger.fund.ReclaimReason;
import org.aidledger.fund.RecoveredFrom;
import org.aidledger.money.Money;
import org.aidledger.payee.Payee;
import org.aidledger.posting.Account.Kind;
import org.junit.jupiter.api.Test;

/** Debits and credits, in accountants' notation. */
class PostingRulesTest {

    private static final FundId FUND = new FundId("F");
    private static final Voucher V = Voucher.of("p-1", LocalDate.of(2024, 3, 1), "王芳");
    private static final ProjectId ROAD = new ProjectId("ROAD");
    private static final ProjectId SCHOOL = new ProjectId("SCHOOL");
    private static final Money FIVE = Money.of("5.00", "CNY");

    private static void posts(FundEvent event, String... lines) {
        assertThat(PostingRules.transfersFor(event))
                .extracting(t -> t.movement() + " " + t.from() + " > " + t.to() + " " + t.amount())
                .containsExactly(lines);
    }

    private static FundOpened opened(Money authorised) {
        return new FundOpened(
                FUND,
                V,
                "n",
                "d",
                "r",
                2024,
                Mode.STRICT,
                2,
                EnumSet.of(Channel.LOCAL),
                authorised);
    }

    private static FundsReallocated reallocated(String basis) {
        return new FundsReallocated(FUND, V, ROAD, SCHOOL, FIVE, ReallocationBasis.parse(basis));
    }

    private static FundsRecovered recovered(RecoveredFrom stage) {
        return new FundsRecovered(FUND, V, ROAD, FIVE, stage, "F-1", "");
    }

    @Test
    void theBudgetBook() {
        posts(opened(FIVE), "AUTHORISE BUDGET:GRANT > BUDGET:AUTHORISED 5.00 CNY");
        posts(opened(Money.of("0.00", "CNY")));
        posts(
                new AuthorityAdded(FUND, V, FIVE),
                "AUTHORISE BUDGET:GRANT > BUDGET:AUTHORISED 5.00 CNY");
        posts(
                new AuthorityAdded(FUND, V, FIVE.negated()),
                "AUTHORISE BUDGET:AUTHORISED > BUDGET:GRANT 5.00 CNY");
        posts(
                new FundsAllocated(FUND, V, ROAD, FIVE),
                "ALLOCATE BUDGET:AUTHORISED > BUDGET:ALLOCATED:ROAD 5.00 CNY");
        posts(
                new FundsReclaimed(FUND, V, ROAD, new Whole(), ReclaimReason.IDLE, "minutes", FIVE),
                "RECLAIM BUDGET:ALLOCATED:ROAD > BUDGET:AUTHORISED 5.00 CNY");
        posts(
                reallocated("adjustment:A-1"),
                "REALLOCATE BUDGET:ALLOCATED:ROAD > BUDGET:ALLOCATED:SCHOOL 5.00 CNY");
        posts(
                reallocated("reclaim:p-0"),
                "REALLOCATE BUDGET:AUTHORISED > BUDGET:ALLOCATED:SCHOOL 5.00 CNY");
    }

    @Test
    void theCashBook() {
        posts(new FundsReceived(FUND, V, FIVE), "RECEIVE CASH:DONOR > CASH:POOL 5.00 CNY");
        posts(new FundsReturned(FUND, V, FIVE), "RETURN CASH:POOL > CASH:DONOR 5.00 CNY");
        posts(
                new FundsDisbursed(FUND, V, ROAD, FIVE),
                "DISBURSE CASH:POOL > CASH:HELD:ROAD 5.00 CNY");
        posts(
                new FundsPaid(FUND, V, ROAD, FIVE, Payee.NOBODY),
                "PAY CASH:HELD:ROAD > CASH:PAID:ROAD 5.00 CNY");
        posts(
                new FundsPaidDirectly(FUND, V, ROAD, FIVE, Payee.NOBODY),
                "DISBURSE CASH:POOL > CASH:HELD:ROAD 5.00 CNY",
                "PAY CASH:HELD:ROAD > CASH:PAID:ROAD 5.00 CNY");
        posts(recovered(RecoveredFrom.DISBURSEMENT), "RECOVER CASH:HELD:ROAD > CASH:POOL 5.00 CNY");
        posts(
                recovered(RecoveredFrom.PAYMENT),
                "RECOVER CASH:PAID:ROAD > CASH:HELD:ROAD 5.00 CNY",
                "RECOVER CASH:HELD:ROAD > CASH:POOL 5.00 CNY");
        posts(new OtherFlowRecorded(FUND, V, ROAD, "6", FIVE));
    }

    @Test
    void aReversalMirrorsEveryTransferInTurn() {
        var original = PostingRules.transfersFor(recovered(RecoveredFrom.PAYMENT));
        posts(
                new PostingReversed(
                        FUND,
                        V,
                        new PostingId("p-0"),
                        "wrong",
                        new Mirrored("fund.funds-recovered", V.effective(), original)),
                "RECOVER CASH:POOL > CASH:HELD:ROAD 5.00 CNY",
                "RECOVER CASH:HELD:ROAD > CASH:PAID:ROAD 5.00 CNY");
    }

    @Test
    void R21_everyTransferStaysInOneBookAndSumsToZero() {
        assertThat(
                        PostingRules.entriesFor(
                                new FundsPaidDirectly(FUND, V, ROAD, FIVE, Payee.NOBODY)))
                .extracting(Entry::amount)
                .containsExactly(FIVE.negated(), FIVE, FIVE.negated(), FIVE);
        Account pool = Account.of(Kind.POOL);
        for (Account to : List.of(pool, Account.of(Kind.AUTHORISED))) {
            assertThatThrownBy(() -> new Transfer(Movement.PAY, pool, to, FIVE))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() ->
                        new Transfer(
                                Movement.PAY, pool, Account.of(Kind.HELD, ROAD), FIVE.negated()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void accountsAreReadAsTheyAreWritten() {
        ProjectId odd = new ProjectId("XI-IATI:47045:a");
        for (Account account : List.of(Account.of(Kind.POOL), Account.of(Kind.HELD, odd))) {
            assertThat(Account.parse(account.toString())).isEqualTo(account);
        }
        assertThatThrownBy(() -> Account.of(Kind.HELD))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Account.of(Kind.POOL, ROAD))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
