package org.aidledger.api.pages.approvals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aidledger.api.approval.ApprovalDesk;
import org.aidledger.api.approval.Deciders;
import org.aidledger.api.approval.Expected;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.money.Money;
import org.aidledger.projections.approvals.RegisteredApproval;
import org.aidledger.projections.approvals.RegisteredApproval.Kind;
import org.aidledger.projections.budget.Budgets;

/**
 * A request in a list.
 *
 * @param fund its name
 * @param subject what is asked for, in a word
 * @param projects their names
 * @param amount what it moves; where the request leaves that open, what it would move now
 * @param portion how the request says how much, where it names no amount
 * @param yours whether whoever looks may decide it
 */
record ApprovalRow(
        String id,
        String address,
        String fund,
        String subject,
        String projects,
        String amount,
        String portion,
        String requestedBy,
        String requestedAt,
        String effective,
        String status,
        String tone,
        String next,
        boolean yours) {

    /** The rows of some requests, with what their funds and projects are called. */
    static List<ApprovalRow> of(
            Visit visit, Budgets budgets, ApprovalDesk desk, List<RegisteredApproval> some) {
        Map<FundId, Budgets.Names> names =
                budgets.names(
                        some.stream().map(RegisteredApproval::fund).collect(Collectors.toSet()),
                        new AsOf(visit.moment().today(), visit.moment().now()));
        return some.stream()
                .map(a ->
                        of(
                                visit,
                                a,
                                Optional.ofNullable(names.get(a.fund())),
                                a.amount().isPresent() ? Optional.empty() : desk.expected(a)))
                .toList();
    }

    /**
     * The row of a request.
     *
     * @param names of its fund, if the reader may know them
     * @param expected what would come of it now; of use only where it names no amount
     */
    static ApprovalRow of(
            Visit visit,
            RegisteredApproval a,
            Optional<Budgets.Names> names,
            Optional<Expected> expected) {
        Say say = visit.say();
        Optional<Money> now = expected.flatMap(Expected::moved);
        return new ApprovalRow(
                a.approval().value(),
                visit.to("approvals", a.approval().value()).toString(),
                names.map(Budgets.Names::fund).orElse(a.fund().value()),
                a.kind() == Kind.COMMAND
                        ? say.name("command." + a.subject(), a.subject())
                        : say.word("approval.adjustment", a.subject()),
                String.join(
                        say.isChinese() ? "、" : ", ",
                        names.map(n -> n.of(a.projects())).orElse(a.projects())),
                a.amount().or(() -> now).map(m -> say.exact(m) + " " + m.currency()).orElse(""),
                a.amount().isPresent() ? "" : portion(say, a.subject(), now.isPresent()),
                a.requestedBy(),
                say.instant(a.requestedAt()),
                say.date(a.effective()),
                say.word("approval." + a.status()),
                tone(a.status()),
                a.next().map(r -> say.word("approval.role." + r)).orElse(""),
                Deciders.may(visit.caller(), a));
    }

    private static String portion(Say say, String subject, boolean foreseen) {
        String portion = say.name("approval.portion." + subject, "");
        return portion.isEmpty() || !foreseen ? portion : say.word("approval.now", portion);
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
