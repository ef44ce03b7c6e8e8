package org.aidledger.fund;

import static org.aidledger.fund.Words.APPROVED;
import static org.aidledger.fund.Words.FUND;
import static org.aidledger.fund.Words.VOUCHER;
import static org.aidledger.fund.Words.cny;

import java.math.BigDecimal;
import org.aidledger.event.PostingId;
import org.aidledger.fund.GovernanceCommand.SetPolicy;
import org.aidledger.fund.MoneyCommand.Allocate;
import org.aidledger.fund.MoneyCommand.Authorise;
import org.aidledger.fund.MoneyCommand.Disburse;
import org.aidledger.fund.MoneyCommand.Pay;
import org.aidledger.fund.MoneyCommand.PayDirect;
import org.aidledger.fund.MoneyCommand.Reallocate;
import org.aidledger.fund.MoneyCommand.Receive;
import org.aidledger.fund.MoneyCommand.Reclaim;
import org.aidledger.fund.MoneyCommand.Recover;
import org.aidledger.fund.MoneyCommand.ReturnFunds;
import org.aidledger.fund.MoneyCommand.Reverse;
import org.aidledger.fund.Portion.Exactly;
import org.aidledger.fund.Portion.Whole;
import org.aidledger.fund.ReallocationBasis.FromReclaim;
import org.aidledger.fund.ReallocationBasis.UnderAdjustment;
import org.aidledger.fund.Tender.Tendered;
import org.aidledger.fund.WorksCommand.ApproveChangeOrder;
import org.aidledger.fund.WorksCommand.RecordContract;

/** The words for commands, in the imperative, dated {@link Words#DAY} by default. */
final class Asks {

    private Asks() {}

    static SetPolicy setPolicy(PolicyItem item, String value) {
        return new SetPolicy(FUND, VOUCHER, item, new BigDecimal(value));
    }

    static Authorise authorise(String amount) {
        return new Authorise(FUND, VOUCHER, cny(amount));
    }

    static Receive receive(String amount) {
        return new Receive(FUND, VOUCHER, cny(amount));
    }

    static ReturnFunds returnFunds(String amount) {
        return new ReturnFunds(FUND, VOUCHER, cny(amount));
    }

    static Allocate allocate(ProjectId project, String amount) {
        return new Allocate(FUND, VOUCHER, project, cny(amount));
    }

    static Disburse disburse(ProjectId project, String amount) {
        return new Disburse(FUND, VOUCHER, project, cny(amount));
    }

    static Pay pay(ProjectId project, String amount) {
        return new Pay(FUND, VOUCHER, project, cny(amount), "");
    }

    static PayDirect payDirect(ProjectId project, String amount) {
        return new PayDirect(FUND, VOUCHER, project, cny(amount), "");
    }

    static Reclaim reclaim(ProjectId project, String amount) {
        return reclaim(project, new Exactly(cny(amount)));
    }

    static Reclaim reclaimAll(ProjectId project) {
        return reclaim(project, new Whole());
    }

    private static Reclaim reclaim(ProjectId project, Portion portion) {
        return new Reclaim(FUND, APPROVED, project, portion, ReclaimReason.IDLE, "minutes 1");
    }

    static Reallocate reallocate(
            ProjectId from, ProjectId to, String amount, ReallocationBasis basis) {
        return new Reallocate(FUND, APPROVED, from, to, cny(amount), basis);
    }

    static ReallocationBasis under(String adjustment) {
        return new UnderAdjustment(new AdjustmentId(adjustment));
    }

    static ReallocationBasis ofReclaim(String reclaim) {
        return new FromReclaim(new PostingId(reclaim));
    }

    static Recover recover(ProjectId project, String amount, RecoveredFrom stage) {
        return new Recover(FUND, VOUCHER, project, cny(amount), stage, "F-1", "2022");
    }

    static Reverse reverse(String posting) {
        return new Reverse(FUND, APPROVED, new PostingId(posting), "typed wrongly");
    }

    static RecordContract contract(ProjectId project, String number, String amount) {
        return new RecordContract(
                FUND, VOUCHER, project, number, "一建", cny(amount), new Tendered("T-1"));
    }

    static ApproveChangeOrder changeOrder(ProjectId project, String number, String amount) {
        return new ApproveChangeOrder(
                FUND, VOUCHER, project, number, cny(amount), "opinion 7", "张强");
    }
}
