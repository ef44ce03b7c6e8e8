package org.aidledger.fund;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.event.PostingId;
import org.aidledger.event.StoredAs;
import org.aidledger.event.Voucher;
import org.aidledger.money.Money;
import org.aidledger.payee.Payee;
import org.aidledger.posting.Transfer;

/** Money moved. Each of these is a posting; PostingRules says between which accounts. */
public sealed interface MoneyEvent extends FundEvent {

    /** The authorised total grew (追加), or was cut by a negative amount (追减). */
    @StoredAs("fund.authority-added")
    record AuthorityAdded(FundId fund, Voucher voucher, Money amount) implements MoneyEvent {}

    /** The donor's money arrived (到位). */
    @StoredAs("fund.funds-received")
    record FundsReceived(FundId fund, Voucher voucher, Money amount) implements MoneyEvent {}

    /** Received money went back to the donor (退回). */
    @StoredAs("fund.funds-returned")
    record FundsReturned(FundId fund, Voucher voucher, Money amount) implements MoneyEvent {}

    /** Authority was attached to a project (下达). */
    @StoredAs("fund.funds-allocated")
    record FundsAllocated(FundId fund, Voucher voucher, ProjectId project, Money amount)
            implements MoneyEvent {}

    /** Money went from the pool to the implementing unit (拨付). */
    @StoredAs("fund.funds-disbursed")
    record FundsDisbursed(FundId fund, Voucher voucher, ProjectId project, Money amount)
            implements MoneyEvent {}

    /** Money went from the implementing unit to the payee (支付). */
    @StoredAs("fund.funds-paid")
    record FundsPaid(FundId fund, Voucher voucher, ProjectId project, Money amount, Payee payee)
            implements MoneyEvent {}

    /** Money went from the pool to the payee in one step (直接支付). */
    @StoredAs("fund.funds-paid-directly")
    record FundsPaidDirectly(
            FundId fund, Voucher voucher, ProjectId project, Money amount, Payee payee)
            implements MoneyEvent {}

    /**
     * Unspent allocation went back to the pool (收回).
     *
     * @param portion what was asked
     * @param amount what that came to
     */
    @StoredAs("fund.funds-reclaimed")
    record FundsReclaimed(
            FundId fund,
            Voucher voucher,
            ProjectId project,
            Portion portion,
            ReclaimReason reason,
            String decision,
            Money amount)
            implements MoneyEvent {}

    /** One project's money went to another (调剂使用). */
    @StoredAs("fund.funds-reallocated")
    record FundsReallocated(
            FundId fund,
            Voucher voucher,
            ProjectId from,
            ProjectId to,
            Money amount,
            ReallocationBasis basis)
            implements MoneyEvent {}

    /** Improper money came back to the pool (清退). */
    @StoredAs("fund.funds-recovered")
    record FundsRecovered(
            FundId fund,
            Voucher voucher,
            ProjectId project,
            Money amount,
            RecoveredFrom stage,
            String finding,
            String concerns)
            implements MoneyEvent {}

    /**
     * An earlier posting was mirrored (冲销).
     *
     * @param mirrored the earlier posting itself, as it was posted
     */
    @StoredAs("fund.posting-reversed")
    record PostingReversed(
            FundId fund, Voucher voucher, PostingId reverses, String reason, Mirrored mirrored)
            implements MoneyEvent {}

    /** A flow beside the books was kept; no account moved. */
    @StoredAs("fund.other-flow-recorded")
    record OtherFlowRecorded(
            FundId fund, Voucher voucher, ProjectId project, String flow, Money amount)
            implements MoneyEvent {}

    /**
     * The posting that a reversal mirrors: what kind it was and the transfers it made.
     *
     * @param type stored name of the mirrored event
     * @param effective its business date
     * @param transfers what it moved; the reversal moves the same back
     */
    record Mirrored(String type, LocalDate effective, List<Transfer> transfers) {
        public Mirrored {
            transfers = List.copyOf(transfers);
        }
    }
}
