package org.aidledger.fund;

import org.aidledger.event.Becomes;
import org.aidledger.event.PostingId;
import org.aidledger.event.Texts;
import org.aidledger.event.Voucher;
import org.aidledger.money.Money;
import org.aidledger.payee.Payee;

/**
 * Commands that move money, in the budget book, the cash book or both. Amounts are positive, except
 * where a command says otherwise.
 */
public sealed interface MoneyCommand extends FundCommand {

    /**
     * Adds to the authorised total (追加), or cuts it (追减).
     *
     * @param amount negative to cut; not zero
     */
    @Becomes(MoneyEvent.AuthorityAdded.class)
    record Authorise(FundId fund, Voucher voucher, Money amount) implements MoneyCommand {}

    /** The donor's money arrived (到位). */
    @Becomes(MoneyEvent.FundsReceived.class)
    record Receive(FundId fund, Voucher voucher, Money amount) implements MoneyCommand {}

    /** Received money went back to the donor (退回). */
    @Becomes(MoneyEvent.FundsReturned.class)
    record ReturnFunds(FundId fund, Voucher voucher, Money amount) implements MoneyCommand {}

    /** Attaches authority to a project (下达). */
    @Becomes(MoneyEvent.FundsAllocated.class)
    record Allocate(FundId fund, Voucher voucher, ProjectId project, Money amount)
            implements MoneyCommand {}

    /** Pool to implementing unit (拨付, IATI 3). */
    @Becomes(MoneyEvent.FundsDisbursed.class)
    record Disburse(FundId fund, Voucher voucher, ProjectId project, Money amount)
            implements MoneyCommand {}

    /** Money that goes to a final payee. */
    sealed interface Payment extends MoneyCommand {

        Payee payee();

        /** The same to somebody else, or to the same by another name. */
        Payment to(Payee payee);
    }

    /** Implementing unit to final payee (支付, IATI 4). */
    @Becomes(MoneyEvent.FundsPaid.class)
    record Pay(FundId fund, Voucher voucher, ProjectId project, Money amount, Payee payee)
            implements Payment {

        public Pay(FundId fund, Voucher voucher, ProjectId project, Money amount, String payee) {
            this(fund, voucher, project, amount, new Payee(payee));
        }

        @Override
        public Pay to(Payee other) {
            return new Pay(fund, voucher, project, amount, other);
        }
    }

    /** Pool to final payee in one step, past the unit's account (直接支付). */
    @Becomes(MoneyEvent.FundsPaidDirectly.class)
    record PayDirect(FundId fund, Voucher voucher, ProjectId project, Money amount, Payee payee)
            implements Payment {

        public PayDirect(
                FundId fund, Voucher voucher, ProjectId project, Money amount, String payee) {
            this(fund, voucher, project, amount, new Payee(payee));
        }

        @Override
        public PayDirect to(Payee other) {
            return new PayDirect(fund, voucher, project, amount, other);
        }
    }

    /**
     * Takes unspent allocation back to the pool (收回), after a decision (R15).
     *
     * @param decision the minutes or document that decided it
     */
    @Becomes(MoneyEvent.FundsReclaimed.class)
    record Reclaim(
            FundId fund,
            Voucher voucher,
            ProjectId project,
            Portion portion,
            ReclaimReason reason,
            String decision)
            implements MoneyCommand {
        public Reclaim {
            decision = Texts.required("decision", decision, 300);
        }
    }

    /** Moves one project's money to another (调剂使用), on a stated basis (R4, R15). */
    @Becomes(MoneyEvent.FundsReallocated.class)
    record Reallocate(
            FundId fund,
            Voucher voucher,
            ProjectId from,
            ProjectId to,
            Money amount,
            ReallocationBasis basis)
            implements MoneyCommand {
        public Reallocate {
            if (from.equals(to)) {
                throw new IllegalArgumentException("from and to must be two projects");
            }
        }
    }

    /**
     * An improper disbursement or payment came back (清退, R25).
     *
     * @param stage where it was recovered from
     * @param finding the finding behind it
     * @param concerns what it refers to, such as an earlier year or posting; possibly empty
     */
    @Becomes(MoneyEvent.FundsRecovered.class)
    record Recover(
            FundId fund,
            Voucher voucher,
            ProjectId project,
            Money amount,
            RecoveredFrom stage,
            String finding,
            String concerns)
            implements MoneyCommand {
        public Recover {
            finding = Texts.token("finding", finding, 200);
            concerns = Texts.optional("concerns", concerns, 300);
        }
    }

    /**
     * Posts the mirror of an earlier posting (冲销).
     *
     * @param reverses the posting to mirror
     * @param reason why it was wrong
     */
    @Becomes(MoneyEvent.PostingReversed.class)
    record Reverse(FundId fund, Voucher voucher, PostingId reverses, String reason)
            implements MoneyCommand {
        public Reverse {
            reason = Texts.required("reason", reason, 500);
        }
    }

    /**
     * Keeps a flow that is neither of the above (interest, repayment, a line of zero) beside the
     * books; it moves no account.
     *
     * @param flow its kind, for IATI the transaction type code
     * @param amount may be negative or zero
     */
    @Becomes(MoneyEvent.OtherFlowRecorded.class)
    record RecordFlow(FundId fund, Voucher voucher, ProjectId project, String flow, Money amount)
            implements MoneyCommand {
        public RecordFlow {
            flow = Texts.token("flow", flow, 60);
        }
    }
}
