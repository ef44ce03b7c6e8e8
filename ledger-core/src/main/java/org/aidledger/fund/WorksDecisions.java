package org.aidledger.fund;

import static org.aidledger.fund.FundState.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aidledger.fund.RequestRefused.AlreadyFrozen;
import org.aidledger.fund.RequestRefused.AlreadyRecorded;
import org.aidledger.fund.RequestRefused.FreezeTooEarly;
import org.aidledger.fund.RequestRefused.NotFrozen;
import org.aidledger.fund.RequestRefused.NumberTaken;
import org.aidledger.fund.RuleBroken.AcceptanceMissing;
import org.aidledger.fund.RuleBroken.ChangeOrderUnsupported;
import org.aidledger.fund.RuleBroken.ContractMissing;
import org.aidledger.fund.RuleBroken.MoneyLeft;
import org.aidledger.fund.RuleBroken.NotCompleted;
import org.aidledger.fund.RuleBroken.NotStarted;
import org.aidledger.fund.RuleBroken.OutOfOrder;
import org.aidledger.fund.RuleBroken.StartedBeforeApproval;
import org.aidledger.fund.Works.Milestone;
import org.aidledger.fund.WorksCommand.AcceptArchive;
import org.aidledger.fund.WorksCommand.AcceptProject;
import org.aidledger.fund.WorksCommand.ApproveChangeOrder;
import org.aidledger.fund.WorksCommand.CloseProject;
import org.aidledger.fund.WorksCommand.FreezeProject;
import org.aidledger.fund.WorksCommand.RecordCompletion;
import org.aidledger.fund.WorksCommand.RecordContract;
import org.aidledger.fund.WorksCommand.RecordMatching;
import org.aidledger.fund.WorksCommand.RecordStart;
import org.aidledger.fund.WorksCommand.ReportProgress;
import org.aidledger.fund.WorksCommand.SetTarget;
import org.aidledger.fund.WorksCommand.UnfreezeProject;
import org.aidledger.fund.WorksEvent.ArchiveAccepted;
import org.aidledger.fund.WorksEvent.ChangeOrderApproved;
import org.aidledger.fund.WorksEvent.ContractRecorded;
import org.aidledger.fund.WorksEvent.MatchingRecorded;
import org.aidledger.fund.WorksEvent.ProgressReported;
import org.aidledger.fund.WorksEvent.ProjectAccepted;
import org.aidledger.fund.WorksEvent.ProjectClosed;
import org.aidledger.fund.WorksEvent.ProjectCompleted;
import org.aidledger.fund.WorksEvent.ProjectFrozen;
import org.aidledger.fund.WorksEvent.ProjectStarted;
import org.aidledger.fund.WorksEvent.ProjectUnfrozen;
import org.aidledger.fund.WorksEvent.TargetSet;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.posting.Account.Kind;

/** Decides what is recorded about the works (R8 to R14, R19, R28). */
final class WorksDecisions {

    private final FundState state;

    WorksDecisions(FundState state) {
        this.state = state;
    }

    List<FundEvent> decide(WorksCommand command) {
        state.project(command.project(), command.voucher().effective());
        return switch (command) {
            case RecordContract c -> contract(c);
            case RecordMatching c ->
                    List.of(
                            new MatchingRecorded(
                                    c.fund(),
                                    c.voucher(),
                                    c.project(),
                                    state.positive(c.amount()),
                                    c.source()));
            case ApproveChangeOrder c -> changeOrder(c);
            case SetTarget c ->
                    List.of(
                            new TargetSet(
                                    c.fund(),
                                    c.voucher(),
                                    c.project(),
                                    c.indicator(),
                                    c.value(),
                                    c.unit()));
            case RecordStart c -> start(c);
            case ReportProgress c ->
                    judge(c).rule(notStarted(c))
                            .record(
                                    new ProgressReported(
                                            c.fund(),
                                            c.voucher(),
                                            c.project(),
                                            c.physicalPercent(),
                                            state.notNegative(c.workValue()),
                                            c.inspector()));
            case RecordCompletion c ->
                    once(c, Milestone.COMPLETED)
                            .rule(notStarted(c))
                            .record(new ProjectCompleted(c.fund(), c.voucher(), c.project()));
            case AcceptProject c ->
                    once(c, Milestone.ACCEPTED)
                            .rule(notCompleted(c))
                            .record(new ProjectAccepted(c.fund(), c.voucher(), c.project()));
            case AcceptArchive c ->
                    once(c, Milestone.ARCHIVED)
                            .rule(notCompleted(c))
                            .record(new ArchiveAccepted(c.fund(), c.voucher(), c.project()));
            case CloseProject c -> close(c);
            case FreezeProject c -> freeze(c);
            case UnfreezeProject c -> unfreeze(c);
        };
    }

    /** R9: a contract is a fact and recorded; payments it does not cover are noted. */
    private List<FundEvent> contract(RecordContract c) {
        if (site(c).contracts.contains(c.contract())) {
            throw refused(new NumberTaken("Contract", c.contract()));
        }
        Money amount = state.positive(c.amount());
        return judge(c).noted(
                        new Payables(state).uncovered(c.project(), amount, c.voucher().effective()))
                .record(
                        new ContractRecorded(
                                c.fund(),
                                c.voucher(),
                                c.project(),
                                c.contract(),
                                c.supplier(),
                                amount,
                                c.tender()));
    }

    /** R14: it needs the consultant's opinion and a linked officer before it counts. */
    private List<FundEvent> changeOrder(ApproveChangeOrder c) {
        if (site(c).changeOrders.contains(c.changeOrder())) {
            throw refused(new NumberTaken("Change order", c.changeOrder()));
        }
        Money amount = state.amount(c.amount());
        List<String> missing = new ArrayList<>();
        if (c.consultantOpinion().isEmpty()) {
            missing.add("the consultant's opinion");
        }
        if (c.linkedOfficer().isEmpty()) {
            missing.add("the linked officer");
        }
        Works.Site site = site(c);
        return judge(c).rule(
                        site.isContracted(c.voucher().effective())
                                ? Optional.empty()
                                : Optional.of(new ContractMissing(c.project(), site.firstContract)))
                .rule(
                        missing.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new ChangeOrderUnsupported(c.changeOrder(), missing)))
                .rule(
                        amount.isNegative()
                                ? new Payables(state)
                                        .brokenByLowering(
                                                c.project(),
                                                amount.negated(),
                                                c.voucher().effective())
                                : Optional.empty())
                .record(
                        new ChangeOrderApproved(
                                c.fund(),
                                c.voucher(),
                                c.project(),
                                c.changeOrder(),
                                amount,
                                c.consultantOpinion(),
                                c.linkedOfficer()));
    }

    /** R10: a start before approval is recorded, and noted. */
    private List<FundEvent> start(RecordStart c) {
        LocalDate date = c.voucher().effective();
        Optional<LocalDate> approved = state.project(c.project(), date).inPlanFrom;
        boolean early =
                state.governance().watches(PolicyItem.WATCH_PLAN, date)
                        && approved.filter(d -> !d.isAfter(date)).isEmpty();
        return once(c, Milestone.STARTED)
                .noted(
                        early
                                ? Optional.of(
                                        new StartedBeforeApproval(c.project(), date, approved))
                                : Optional.empty())
                .record(new ProjectStarted(c.fund(), c.voucher(), c.project()));
    }

    /** R28: no closing without the archive; no money may be left behind either. */
    private List<FundEvent> close(CloseProject c) {
        LocalDate date = c.voucher().effective();
        List<String> missing = new ArrayList<>();
        if (!site(c).hasPassed(Milestone.ACCEPTED, date)) {
            missing.add("acceptance of the works");
        }
        if (!site(c).hasPassed(Milestone.ARCHIVED, date)) {
            missing.add("acceptance of the archive");
        }
        return once(c, Milestone.CLOSED)
                .rule(
                        missing.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new AcceptanceMissing(c.project(), missing)))
                .rule(moneyLeft(c.project(), date))
                .rule(movedLater(c.project(), date))
                .record(new ProjectClosed(c.fund(), c.voucher(), c.project()));
    }

    /** Money left on the day of closing, or on a later one for which it is posted already. */
    private Optional<MoneyLeft> moneyLeft(ProjectId project, LocalDate date) {
        Timeline unspent = state.books().unspentOf(project);
        Timeline held = state.books().timeline(Account.of(Kind.HELD, project));
        NavigableSet<LocalDate> days = new TreeSet<>(unspent.changesAfter(date));
        days.addAll(held.changesAfter(date));
        days.add(date);
        return days.stream()
                .filter(day -> unspent.at(day) != 0 || held.at(day) != 0)
                .findFirst()
                .map(day ->
                        new MoneyLeft(
                                project,
                                state.books().money(unspent.at(day)),
                                state.books().money(held.at(day))));
    }

    /** A closed project takes no more money: none may have come after the day of closing. */
    private Optional<OutOfOrder> movedLater(ProjectId project, LocalDate date) {
        return Stream.of(Kind.ALLOCATED, Kind.HELD, Kind.PAID)
                .map(kind -> state.books().timeline(Account.of(kind, project)))
                .flatMap(line -> line.changesAfter(date).stream())
                .max(Comparator.naturalOrder())
                .map(last -> new OutOfOrder("The closing", date, last));
    }

    private List<FundEvent> freeze(FreezeProject c) {
        LocalDate date = c.voucher().effective();
        site(c).freezeInForce()
                .ifPresent(freeze -> {
                    throw refused(new AlreadyFrozen(c.project(), freeze.from()));
                });
        Optional.ofNullable(site(c).freezes.peekLast())
                .flatMap(Works.Freeze::until)
                .filter(date::isBefore)
                .ifPresent(lifted -> {
                    throw refused(new FreezeTooEarly(c.project(), date, lifted));
                });
        return judge(c).record(new ProjectFrozen(c.fund(), c.voucher(), c.project(), c.reason()));
    }

    private List<FundEvent> unfreeze(UnfreezeProject c) {
        if (site(c).freezeInForce().filter(f -> f.covers(c.voucher().effective())).isEmpty()) {
            throw refused(new NotFrozen(c.project()));
        }
        return judge(c).record(new ProjectUnfrozen(c.fund(), c.voucher(), c.project(), c.reason()));
    }

    private Judgement once(WorksCommand c, Milestone milestone) {
        site(c).on(milestone)
                .ifPresent(on -> {
                    throw refused(new AlreadyRecorded(milestone.name, c.project(), on));
                });
        return judge(c);
    }

    private Judgement judge(WorksCommand c) {
        return new Judgement(state, c, c.project());
    }

    private Optional<NotStarted> notStarted(WorksCommand c) {
        return site(c).hasPassed(Milestone.STARTED, c.voucher().effective())
                ? Optional.empty()
                : Optional.of(new NotStarted(c.project(), site(c).on(Milestone.STARTED)));
    }

    private Optional<NotCompleted> notCompleted(WorksCommand c) {
        return site(c).hasPassed(Milestone.COMPLETED, c.voucher().effective())
                ? Optional.empty()
                : Optional.of(new NotCompleted(c.project(), site(c).on(Milestone.COMPLETED)));
    }

    private Works.Site site(WorksCommand c) {
        return state.works().of(c.project());
    }
}
