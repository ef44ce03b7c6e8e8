package org.aidledger.api.pages.approvals;

import org.aidledger.api.approval.Deciders;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.projections.approvals.RegisteredApproval;
import org.aidledger.projections.approvals.RegisteredApproval.Kind;

/**
 * A request in a list.
 *
 * @param subject what is asked for, in a word
 * @param yours whether whoever looks may decide it
 */
record ApprovalRow(
        String id,
        String address,
        String fund,
        String subject,
        String projects,
        String amount,
        String requestedBy,
        String requestedAt,
        String effective,
        String status,
        String tone,
        String next,
        boolean yours) {

    static ApprovalRow of(Visit visit, RegisteredApproval a) {
        Say say = visit.say();
        return new ApprovalRow(
                a.approval().value(),
                visit.to("approvals", a.approval().value()).toString(),
                a.fund().value(),
                a.kind() == Kind.COMMAND
                        ? say.name("command." + a.subject(), a.subject())
                        : say.word("approval.adjustment", a.subject()),
                String.join(", ", a.projects()),
                a.amount().map(m -> say.exact(m) + " " + m.currency()).orElse(""),
                a.requestedBy(),
                say.instant(a.requestedAt()),
                say.date(a.effective()),
                say.word("approval." + a.status()),
                tone(a.status()),
                a.next().map(r -> say.word("approval.role." + r)).orElse(""),
                Deciders.may(visit.caller(), a));
    }

    private static String tone(ApprovalStatus status) {
        return switch (status) {
            case PENDING, APPROVED -> "gold";
            case EXECUTED -> "done";
            case REJECTED, FAILED -> "red";
            case WITHDRAWN -> "plain";
        };
    }
}
