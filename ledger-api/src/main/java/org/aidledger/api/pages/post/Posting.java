package org.aidledger.api.pages.post;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aidledger.access.Right;
import org.aidledger.api.access.CommandGuard;
import org.aidledger.api.approval.ApprovalRequests;
import org.aidledger.api.approval.Expected;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.FieldProblem;
import org.aidledger.api.command.Foreseen;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.api.command.Receipts;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.approval.Countersigned;
import org.aidledger.event.Actor;
import org.aidledger.event.AsOf;
import org.aidledger.event.Outcome;
import org.aidledger.fund.FundCommand;
import org.aidledger.indicator.FundFigures;
import org.aidledger.money.Capitals;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.projections.balance.Balances;
import org.aidledger.projections.status.Present;
import org.aidledger.rejection.Rejection;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says what would come of what was typed, and sends it. */
@Component
class Posting {

    private static final java.time.Duration READ_YOUR_WRITES = java.time.Duration.ofSeconds(2);

    /** Stands for whoever will approve. */
    private static final Actor SOMEBODY_ELSE = new Actor("(approver)");

    private final CommandBinding binding;
    private final CommandGuard guard;
    private final CommandSink sink;
    private final ApprovalRequests approvals;
    private final Receipts receipts;
    private final Balances balances;
    private final JsonMapper json;
    private final Present present;

    Posting(
            CommandBinding binding,
            CommandGuard guard,
            CommandSink sink,
            ApprovalRequests approvals,
            Receipts receipts,
            Balances balances,
            JsonMapper json,
            Present present) {
        this.binding = binding;
        this.guard = guard;
        this.sink = sink;
        this.approvals = approvals;
        this.receipts = receipts;
        this.balances = balances;
        this.json = json;
        this.present = present;
    }

    /** How far what was typed is from being posted. */
    enum State {
        /** Something is not filled in, or cannot be read. */
        INCOMPLETE,
        REFUSED,
        /** Somebody else has to approve. */
        NEEDS_APPROVAL,
        POSSIBLE
    }

    /**
     * What would come of it.
     *
     * @param said the amount in full; empty where none was typed
     * @param capitals the same in Chinese capitals, where it is yuan
     * @param mistakes by field
     * @param changes accounts before and after
     */
    record Check(
            State state,
            String said,
            String capitals,
            Map<String, String> mistakes,
            Optional<Refusals.Words> refusal,
            List<Change> changes) {}

    /** An account before and after. */
    record Change(String account, String project, String before, String after, boolean rises) {}

    Check check(Visit visit, FundFigures fund, Entry entry) {
        Say say = visit.say();
        Optional<FundCommand> command = Optional.empty();
        Map<String, String> mistakes = new HashMap<>();
        entry.missing(fund.denomination())
                .forEach(field -> mistakes.put(field, mistake(say, entry, field)));
        if (mistakes.isEmpty()) {
            try {
                command = Optional.of(command(fund, entry));
            } catch (MalformedRequest e) {
                mistakes.putAll(mistakes(e));
            }
        }
        if (command.isEmpty()) {
            return said(say, fund, entry, State.INCOMPLETE, mistakes, Optional.empty(), List.of());
        }
        Foreseen foreseen = foreseen(command.get());
        Optional<Rejection> refusal = foreseen.refusal();
        State state =
                refusal.map(r ->
                                r.code().equals("APPROVAL_MISSING")
                                        ? State.NEEDS_APPROVAL
                                        : State.REFUSED)
                        .orElse(State.POSSIBLE);
        return said(
                say,
                fund,
                entry,
                state,
                mistakes,
                refusal.filter(_ -> state == State.REFUSED).map(r -> Refusals.of(say, r)),
                changes(visit, fund, approved(state, command.get(), foreseen)));
    }

    /** Who may know what would come of a command may not be who may send it. */
    private Foreseen foreseen(FundCommand command) {
        return guard.denial(command)
                .map(denied -> new Foreseen(List.of(), Optional.of(denied)))
                .orElseGet(() -> sink.foresee(command));
    }

    /** What would come of it once somebody else has approved it. */
    private Foreseen approved(State state, FundCommand command, Foreseen alone) {
        return state == State.NEEDS_APPROVAL
                ? sink.foresee(Countersigned.by(SOMEBODY_ELSE, command))
                : alone;
    }

    private static String mistake(Say say, Entry entry, String field) {
        return field.equals(Entry.AMOUNT) && !entry.get(field).isEmpty()
                ? say.word("post.amount.unread")
                : say.word("post.missing");
    }

    private static Map<String, String> mistakes(MalformedRequest e) {
        return e.problems().stream()
                .collect(Collectors.toMap(FieldProblem::field, FieldProblem::detail, (a, _) -> a));
    }

    private static Check said(
            Say say,
            FundFigures fund,
            Entry entry,
            State state,
            Map<String, String> mistakes,
            Optional<Refusals.Words> refusal,
            List<Change> changes) {
        Optional<Money> amount = entry.amount(fund.denomination());
        return new Check(
                state,
                amount.map(a ->
                                say.number(a.value(), fund.denomination().scale())
                                        + " "
                                        + say.unitOne(a.currency()))
                        .orElse(""),
                amount.flatMap(Capitals::of).orElse(""),
                mistakes,
                refusal,
                changes);
    }

    private FundCommand command(FundFigures fund, Entry entry) {
        return binding.fundCommand(
                entry.command(), fund.fund(), entry.fields(json, fund.denomination()));
    }

    private List<Change> changes(Visit visit, FundFigures fund, Foreseen foreseen) {
        if (!visit.may(Right.JOURNAL)) {
            return List.of();
        }
        Say say = visit.say();
        AsOf now = present.asOf();
        return Expected.of(fund.fund(), foreseen, balances, now).accounts().stream()
                .filter(c -> !c.account().kind().isSource())
                .map(c ->
                        new Change(
                                say.word("account." + c.account().kind()),
                                project(fund, c.account()),
                                say.exact(c.before()),
                                say.exact(c.after()),
                                c.after().compareTo(c.before()) > 0))
                .toList();
    }

    private static String project(FundFigures fund, Account account) {
        return account.project()
                .map(id ->
                        fund.projects().stream()
                                .filter(p -> p.id().equals(id))
                                .findFirst()
                                .map(p -> p.profile().name())
                                .orElse(id.value()))
                .orElse("");
    }

    /** What became of it. */
    sealed interface Sent {
        /** It stands at a position. */
        record Posted(long position) implements Sent {}

        /** It waits for somebody else. */
        record Asked(String approval) implements Sent {}

        record Refused(Refusals.Words why) implements Sent {}
    }

    Sent send(Visit visit, FundFigures fund, Entry entry, HttpServletRequest request) {
        FundCommand command = command(fund, entry);
        if (!entry.get("ask").isEmpty()) {
            Optional<Sent> asked =
                    approvals
                            .ask(command, request)
                            .flatMap(answer -> Optional.ofNullable(answer.getBody()))
                            .map(body -> new Sent.Asked(body.approval().value()));
            if (asked.isPresent()) {
                return asked.get();
            }
        }
        return switch (sink.send(command)) {
            case Outcome.Refused(var rejection) ->
                    new Sent.Refused(Refusals.of(visit.say(), rejection));
            case Outcome.Accepted accepted -> {
                long position = receipts.stored(accepted, command.voucher().postingId()).position();
                receipts.isVisible(position, READ_YOUR_WRITES);
                yield new Sent.Posted(position);
            }
        };
    }
}
