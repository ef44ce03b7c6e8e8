package org.aidledger.api.pages.post;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.CommandGuard;
import org.aidledger.api.approval.ApprovalRequests;
import org.aidledger.api.approval.Expected;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.Foreseen;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.api.command.Receipts;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.api.pages.form.Echo;
import org.aidledger.api.pages.form.Form;
import org.aidledger.api.pages.form.Form.Entered;
import org.aidledger.api.pages.form.Mistakes;
import org.aidledger.api.pages.form.Offer;
import org.aidledger.api.pages.form.Typed;
import org.aidledger.api.pages.frame.Refusals;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.approval.Countersigned;
import org.aidledger.event.Actor;
import org.aidledger.event.Outcome;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.GovernanceEvent.BreachNoted;
import org.aidledger.fund.RequestRefused.ApprovalMissing;
import org.aidledger.projections.balance.Balances;
import org.aidledger.projections.status.Present;
import org.aidledger.rejection.Rejection;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Says what would come of what was typed, and sends it. */
@Component
class Posting {

    private static final Duration READ_YOUR_WRITES = Duration.ofSeconds(2);

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

    /**
     * A form that somebody filled in.
     *
     * @param fund whose; empty where the form itself says which
     */
    record Filled(Optional<FundId> fund, Form form, Offer offer, Typed typed) {}

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
     * @param mistakes by path of the field
     * @param changes accounts before and after
     * @param breaches rules that it breaks, where the fund keeps such postings all the same
     * @param future its business date in words, if that is yet to come
     */
    record Check(
            State state,
            List<Echo> echoes,
            Map<String, String> mistakes,
            Optional<Refusals.Words> refusal,
            List<Change> changes,
            List<String> breaches,
            String future) {}

    /** What was typed, read into a command if it is one. */
    private record Read(
            Entered entered, Map<String, String> mistakes, Optional<FundCommand> command) {}

    private Read read(Say say, Filled filled) {
        Entered entered = filled.form().read(say, json, filled.offer(), filled.typed());
        if (!entered.mistakes().isEmpty()) {
            return new Read(entered, entered.mistakes(), Optional.empty());
        }
        try {
            return new Read(entered, Map.of(), Optional.of(command(filled, entered)));
        } catch (MalformedRequest e) {
            return new Read(entered, Mistakes.of(say, filled.form(), e), Optional.empty());
        }
    }

    private FundCommand command(Filled filled, Entered entered) {
        ObjectNode fields = CommandRequests.inOwnName(entered.fields());
        fields.put("postingId", filled.typed().get("postingId"));
        String name = filled.form().command();
        return filled.fund().isPresent()
                ? binding.fundCommand(name, filled.fund().get(), fields)
                : binding.fundCommand(name, fields);
    }

    Check check(Visit visit, Filled filled, Map<String, String> projects) {
        Say say = visit.say();
        Read read = read(say, filled);
        List<Echo> echoes = Echo.of(say, filled.form(), read.entered());
        if (read.command().isEmpty()) {
            return new Check(
                    State.INCOMPLETE,
                    echoes,
                    read.mistakes(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    "");
        }
        FundCommand command = read.command().get();
        Foreseen foreseen = foreseen(command);
        State state = foreseen.refusal().map(Posting::state).orElse(State.POSSIBLE);
        Foreseen then =
                state == State.NEEDS_APPROVAL
                        ? sink.foresee(Countersigned.by(SOMEBODY_ELSE, command))
                        : foreseen;
        return new Check(
                state,
                echoes,
                Map.of(),
                foreseen.refusal()
                        .filter(_ -> state == State.REFUSED)
                        .map(r -> Refusals.of(say, r)),
                changes(visit, command.fund(), then, projects),
                breaches(say, then.events()),
                future(visit, command.voucher().effective()));
    }

    private static String future(Visit visit, LocalDate effective) {
        return effective.isAfter(visit.moment().today()) ? visit.say().day(effective) : "";
    }

    /** Puts what would come of it on a page. */
    static void show(Model model, Visit visit, Filled filled, Check check) {
        model.addAttribute("check", check);
        model.addAttribute("mistaken", filled.form().listed(visit.say(), check.mistakes()));
    }

    private static State state(Rejection refusal) {
        return refusal instanceof ApprovalMissing ? State.NEEDS_APPROVAL : State.REFUSED;
    }

    /**
     * Who may know what would come of a command may not be who may send it. Of a fund that is not
     * open yet nothing can be foreseen.
     */
    private Foreseen foreseen(FundCommand command) {
        return guard.denial(command)
                .map(denied -> new Foreseen(List.of(), Optional.of(denied)))
                .orElseGet(() ->
                        command instanceof OpenFund
                                ? new Foreseen(List.of(), Optional.empty())
                                : sink.foresee(command));
    }

    private List<Change> changes(
            Visit visit, FundId fund, Foreseen foreseen, Map<String, String> projects) {
        return visit.may(Right.JOURNAL)
                ? Expected.of(fund, foreseen, balances, present.asOf()).accounts().stream()
                        .filter(c -> !c.account().kind().isSource())
                        .map(c -> Change.of(visit.say(), c, projects))
                        .toList()
                : List.of();
    }

    private static List<String> breaches(Say say, List<FundEvent> events) {
        return events.stream()
                .filter(BreachNoted.class::isInstance)
                .map(BreachNoted.class::cast)
                .map(b -> Refusals.breach(say, b.code(), b.message()))
                .toList();
    }

    /** What became of it. */
    sealed interface Sent {
        /** It stands at a position. */
        record Posted(FundId fund, long position) implements Sent {}

        /** It waits for somebody else. */
        record Asked(String approval) implements Sent {}

        /** It is not taken; a check says why, and what would be. */
        record NotTaken(Optional<Refusals.Words> why) implements Sent {}
    }

    Sent send(Visit visit, Filled filled, HttpServletRequest request) {
        Optional<FundCommand> read = read(visit.say(), filled).command();
        if (read.isEmpty()) {
            return new Sent.NotTaken(Optional.empty());
        }
        FundCommand command = read.get();
        if (!filled.typed().get("ask").isEmpty()) {
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
                    new Sent.NotTaken(Optional.of(Refusals.of(visit.say(), rejection)));
            case Outcome.Accepted accepted -> {
                long position = receipts.stored(accepted, command.voucher().postingId()).position();
                receipts.isVisible(position, READ_YOUR_WRITES);
                yield new Sent.Posted(command.fund(), position);
            }
        };
    }
}
