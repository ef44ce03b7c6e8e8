package org.aidledger.approval;

import org.aidledger.event.LedgerEvent;
import org.aidledger.event.StoredAs;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;

/** What happened to a request for approval. */
public sealed interface ApprovalEvent extends LedgerEvent {

    ApprovalId approval();

    /** The fund that the command is for. */
    FundId fund();

    @Override
    default String stream() {
        return stream(approval());
    }

    /** The stream of a request. */
    static String stream(ApprovalId approval) {
        return "approval:" + approval;
    }

    /**
     * Somebody asked for a command to be approved.
     *
     * @param command as it would have been sent, with its voucher
     */
    @StoredAs("approval.requested")
    record ApprovalRequested(ApprovalId approval, FundCommand command) implements ApprovalEvent {

        @Override
        public FundId fund() {
            return command.fund();
        }

        @Override
        public Voucher voucher() {
            return command.voucher();
        }

        /** What the command is about, for those who do not know commands. */
        public Subject subject() {
            return Subject.of(command);
        }
    }

    @StoredAs("approval.approved")
    record RequestApproved(ApprovalId approval, Voucher voucher, FundId fund)
            implements ApprovalEvent {}

    @StoredAs("approval.rejected")
    record RequestRejected(ApprovalId approval, Voucher voucher, FundId fund, String reason)
            implements ApprovalEvent {}

    @StoredAs("approval.withdrawn")
    record RequestWithdrawn(ApprovalId approval, Voucher voucher, FundId fund, String reason)
            implements ApprovalEvent {}

    /** The fund took the command; the posting stands under the command's own posting id. */
    @StoredAs("approval.executed")
    record RequestExecuted(ApprovalId approval, Voucher voucher, FundId fund)
            implements ApprovalEvent {}

    /** The fund refused the command. */
    @StoredAs("approval.failed")
    record RequestFailed(
            ApprovalId approval, Voucher voucher, FundId fund, String code, String message)
            implements ApprovalEvent {}
}
