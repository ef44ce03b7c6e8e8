package org.aidledger.api.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aidledger.api.http.Columns;
import org.aidledger.approval.ApprovalId;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.fund.FundId;
import org.aidledger.money.Money;
import org.aidledger.projections.approvals.RegisteredApproval;
import org.aidledger.projections.approvals.RegisteredApproval.Kind;
import org.aidledger.projections.approvals.RegisteredApproval.Role;
import org.aidledger.projections.approvals.RegisteredApproval.Signature;

/**
 * What waits, or waited, for approval.
 *
 * @param subject the command's written name, or the adjustment's id
 * @param next as what somebody has to sign next
 */
record ApprovalView(
        ApprovalId approval,
        FundId fund,
        Kind kind,
        String subject,
        List<String> projects,
        Optional<Money> amount,
        Optional<String> currency,
        String postingId,
        LocalDate effective,
        String requestedBy,
        Instant requestedAt,
        ApprovalStatus status,
        Optional<Role> next,
        List<Signature> signatures,
        Optional<String> reason,
        Optional<String> refusal) {

    static ApprovalView of(RegisteredApproval a) {
        return new ApprovalView(
                a.approval(),
                a.fund(),
                a.kind(),
                a.subject(),
                a.projects(),
                a.amount(),
                a.amount().map(Money::currency),
                a.postingId(),
                a.effective(),
                a.requestedBy(),
                a.requestedAt(),
                a.status(),
                a.next(),
                a.signatures(),
                a.reason(),
                a.refusal());
    }

    /** One request as a row. */
    static final Columns<ApprovalView> ROW =
            new Columns<>(
                    List.of(
                            "approval",
                            "fund",
                            "kind",
                            "subject",
                            "projects",
                            "amount",
                            "currency",
                            "postingId",
                            "effective",
                            "requestedBy",
                            "requestedAt",
                            "status",
                            "next",
                            "signedBy",
                            "reason",
                            "refusal"),
                    a ->
                            List.of(
                                    a.approval(),
                                    a.fund(),
                                    a.kind(),
                                    a.subject(),
                                    a.projects(),
                                    a.amount(),
                                    a.currency(),
                                    a.postingId(),
                                    a.effective(),
                                    a.requestedBy(),
                                    a.requestedAt(),
                                    a.status(),
                                    a.next(),
                                    a.signatures().stream().flatMap(s -> s.by().stream()).toList(),
                                    a.reason(),
                                    a.refusal()));
}
