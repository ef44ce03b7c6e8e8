package org.aidledger.api.approval;

import org.aidledger.api.http.ProblemException;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.approval.ApprovalCommand.Approve;
import org.aidledger.approval.ApprovalCommand.Reject;
import org.aidledger.approval.ApprovalCommand.Withdraw;
import org.aidledger.approval.ApprovalRejection.ApprovalSettled;
import org.aidledger.approval.ApprovalRejection.NotRequester;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.event.Actor;
import org.aidledger.event.Voucher;
import org.aidledger.fund.AdjustmentId;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Party;
import org.aidledger.fund.PlanCommand.AgreeAdjustment;
import org.aidledger.fund.PlanCommand.ApproveAdjustment;
import org.aidledger.fund.PlanCommand.DropAdjustment;
import org.aidledger.projections.approvals.RegisteredApproval;
import org.aidledger.projections.approvals.RegisteredApproval.Role;
import org.aidledger.projections.approvals.RegisteredApproval.Signature;

/**
 * What a decision about a proposed adjustment means in its fund (R4).
 *
 * @param command for the fund
 * @param status of the adjustment when the fund has taken it
 */
record Signing(FundCommand command, ApprovalStatus status) {

    static Signing of(RegisteredApproval proposed, ApprovalCommand.Decision decision) {
        FundId fund = proposed.fund();
        AdjustmentId adjustment = new AdjustmentId(proposed.subject());
        Voucher voucher = decision.voucher();
        return switch (decision) {
            case Approve _ -> signed(fund, adjustment, voucher, role(proposed, voucher));
            case Reject c ->
                    new Signing(
                            new DropAdjustment(fund, voucher, adjustment, c.reason()),
                            ApprovalStatus.REJECTED);
            case Withdraw c -> {
                Actor proposer = new Actor(proposed.requestedBy());
                if (!voucher.actor().equals(proposer)) {
                    throw new ProblemException(new NotRequester(c.approval(), proposer));
                }
                String reason = c.reason().isEmpty() ? "withdrawn" : c.reason();
                yield new Signing(
                        new DropAdjustment(fund, voucher, adjustment, reason),
                        ApprovalStatus.REJECTED);
            }
        };
    }

    private static Signing signed(
            FundId fund, AdjustmentId adjustment, Voucher voucher, Role role) {
        return switch (role) {
            case HEADQUARTERS -> agreed(fund, adjustment, voucher, Party.HEADQUARTERS);
            case RECIPIENT -> agreed(fund, adjustment, voucher, Party.RECIPIENT);
            case PROVINCE ->
                    new Signing(
                            new ApproveAdjustment(fund, voucher, adjustment),
                            ApprovalStatus.EXECUTED);
            case APPROVER -> throw new IllegalStateException("nobody approves " + adjustment);
        };
    }

    private static Signing agreed(
            FundId fund, AdjustmentId adjustment, Voucher voucher, Party party) {
        return new Signing(
                new AgreeAdjustment(fund, voucher, adjustment, party), ApprovalStatus.PENDING);
    }

    /** Whose turn it is; the same request again is the same signature. */
    private static Role role(RegisteredApproval proposed, Voucher voucher) {
        return proposed.signatures().stream()
                .filter(s -> s.postingId().filter(voucher.postingId().value()::equals).isPresent())
                .map(Signature::role)
                .findFirst()
                .or(proposed::next)
                .orElseThrow(() ->
                        new ProblemException(
                                new ApprovalSettled(proposed.approval(), proposed.status())));
    }
}
