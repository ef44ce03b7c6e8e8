package org.aidledger.approval;

import org.aidledger.event.Becomes;
import org.aidledger.event.Texts;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundCommand;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a request for approval. */
public sealed interface ApprovalCommand {

    ApprovalId approval();

    /** The request's stream, apart from those of funds. */
    @TargetAggregateIdentifier
    default String stream() {
        return ApprovalEvent.stream(approval());
    }

    Voucher voucher();

    /**
     * Asks that a command be approved and then carried out. Whoever would have sent the command is
     * the one who asks.
     *
     * @param command as it would have been sent
     */
    @Becomes(ApprovalEvent.ApprovalRequested.class)
    record RequestApproval(ApprovalId approval, FundCommand command) implements ApprovalCommand {

        public RequestApproval(FundCommand command) {
            this(ApprovalId.of(command.fund(), command.voucher().postingId()), command);
        }

        public RequestApproval {
            if (!approval.equals(ApprovalId.of(command.fund(), command.voucher().postingId()))) {
                throw new IllegalArgumentException(
                        "approval " + approval + " is not that of the command");
            }
            if (!command.voucher().approvedBy().isEmpty()) {
                throw new IllegalArgumentException(
                        "approvedBy must be empty where an approval is asked for");
            }
        }

        @Override
        public Voucher voucher() {
            return command.voucher();
        }
    }

    /** What a person decides about a request. */
    sealed interface Decision extends ApprovalCommand {}

    /** Approves: the command is carried out. */
    @Becomes(ApprovalEvent.RequestApproved.class)
    record Approve(ApprovalId approval, Voucher voucher) implements Decision {}

    /** Rejects, for a reason. */
    @Becomes(ApprovalEvent.RequestRejected.class)
    record Reject(ApprovalId approval, Voucher voucher, String reason) implements Decision {
        public Reject {
            reason = Texts.required("reason", reason, 500);
        }
    }

    /** Takes the request back; only who asked can. */
    @Becomes(ApprovalEvent.RequestWithdrawn.class)
    record Withdraw(ApprovalId approval, Voucher voucher, String reason) implements Decision {
        public Withdraw {
            reason = Texts.optional("reason", reason, 500);
        }
    }

    /** What the ledger notes when it has sent the approved command to its fund. */
    sealed interface Conclusion extends ApprovalCommand {}

    /** The fund accepted the command. */
    @Becomes(ApprovalEvent.RequestExecuted.class)
    record RecordExecution(ApprovalId approval, Voucher voucher) implements Conclusion {}

    /**
     * The fund refused the command: it is no longer possible.
     *
     * @param code of the refusal
     * @param message the refusal in words
     */
    @Becomes(ApprovalEvent.RequestFailed.class)
    record RecordFailure(ApprovalId approval, Voucher voucher, String code, String message)
            implements Conclusion {}
}
