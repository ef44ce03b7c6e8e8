package org.aidledger.fund;

import static org.aidledger.fund.FundState.refused;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aidledger.event.Actor;
import org.aidledger.fund.PlanCommand.AdjustmentKind;
import org.aidledger.fund.PlanCommand.AgreeAdjustment;
import org.aidledger.fund.PlanCommand.ApproveAdjustment;
import org.aidledger.fund.PlanCommand.EnrolProject;
import org.aidledger.fund.PlanCommand.IssuePlan;
import org.aidledger.fund.PlanCommand.PlanPhase;
import org.aidledger.fund.PlanCommand.ProposeAdjustment;
import org.aidledger.fund.PlanCommand.RecordReview;
import org.aidledger.fund.PlanEvent.AdjustmentAgreed;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.fund.PlanEvent.AdjustmentProposed;
import org.aidledger.fund.PlanEvent.PlanIssued;
import org.aidledger.fund.PlanEvent.PlanPhaseAdded;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.PlanEvent.ReviewOutcome;
import org.aidledger.fund.PlanEvent.ReviewRecorded;
import org.aidledger.fund.RequestRefused.AdjustmentExists;
import org.aidledger.fund.RequestRefused.AdjustmentSettled;
import org.aidledger.fund.RequestRefused.AdjustmentUnknown;
import org.aidledger.fund.RequestRefused.AlreadyAgreed;
import org.aidledger.fund.RequestRefused.ChannelNotOfFund;
import org.aidledger.fund.RequestRefused.NothingToPlan;
import org.aidledger.fund.RequestRefused.PlanAlreadyIssued;
import org.aidledger.fund.RequestRefused.PlanNotIssued;
import org.aidledger.fund.RequestRefused.PlannedBelowZero;
import org.aidledger.fund.RequestRefused.ProjectAlreadyEnrolled;
import org.aidledger.fund.RequestRefused.ProjectCancelled;
import org.aidledger.fund.RequestRefused.ProjectInPlan;
import org.aidledger.fund.RuleBroken.AgreementsMissing;
import org.aidledger.fund.RuleBroken.FloorMissed;
import org.aidledger.fund.RuleBroken.NewProjectOutsideMidTerm;
import org.aidledger.fund.RuleBroken.OutOfOrder;
import org.aidledger.fund.RuleBroken.ReviewsMissing;
import org.aidledger.fund.RuleBroken.SameActor;
import org.aidledger.money.Money;

/** Decides what enters the plan and how it changes (R1 to R7). */
final class PlanDecisions {

    private final FundState state;

    PlanDecisions(FundState state) {
        this.state = state;
    }

    List<FundEvent> decide(PlanCommand command) {
        return switch (command) {
            case EnrolProject c -> enrol(c);
            case PlanPhase c -> phase(c);
            case RecordReview c -> review(c);
            case IssuePlan c -> issue(c);
            case ProposeAdjustment c -> propose(c);
            case AgreeAdjustment c -> agree(c);
            case ApproveAdjustment c -> approve(c);
        };
    }

    private List<FundEvent> enrol(EnrolProject c) {
        if (state.plan().entry(c.project()).isPresent()) {
            throw refused(new ProjectAlreadyEnrolled(c.project()));
        }
        Set<Channel> channels = state.opened().orElseThrow().channels();
        if (!channels.contains(c.profile().channel())) {
            throw refused(new ChannelNotOfFund(c.profile().channel(), channels));
        }
        return List.of(
                new ProjectEnrolled(
                        c.fund(),
                        c.voucher(),
                        c.project(),
                        c.profile(),
                        state.notNegative(c.planned()),
                        state.notNegative(c.investment())));
    }

    private List<FundEvent> phase(PlanPhase c) {
        requireCandidate(c.project(), c);
        PlanChange phase =
                counted(
                        new PlanChange(c.project(), c.planned(), c.investment()),
                        c.voucher().effective());
        requireNotBelowZero(List.of(phase), c.voucher().effective());
        return List.of(
                new PlanPhaseAdded(
                        c.fund(), c.voucher(), c.project(), phase.planned(), phase.investment()));
    }

    private List<FundEvent> review(RecordReview c) {
        Plan.Entry entry = requireCandidate(c.project(), c);
        if (entry.outcome == ReviewOutcome.CANCELLED) {
            throw refused(new ProjectCancelled(c.project()));
        }
        return List.of(
                new ReviewRecorded(
                        c.fund(),
                        c.voucher(),
                        c.project(),
                        c.review(),
                        c.passed(),
                        c.papers(),
                        outcome(entry, c)));
    }

    /** R6: not compliant or not reasonable is cancelled; papers incomplete is deferred. */
    private static ReviewOutcome outcome(Plan.Entry entry, RecordReview c) {
        return switch (c.review()) {
            case COMPLIANCE, REASONABLENESS -> c.passed() ? entry.outcome : ReviewOutcome.CANCELLED;
            case COMPLETENESS -> c.passed() ? ReviewOutcome.CANDIDATE : ReviewOutcome.DEFERRED;
        };
    }

    private List<FundEvent> issue(IssuePlan c) {
        if (state.plan().version() > 0) {
            throw refused(new PlanAlreadyIssued(state.plan().version()));
        }
        List<ProjectId> projects =
                state.plan().entries().entrySet().stream()
                        .filter(e -> e.getValue().outcome == ReviewOutcome.CANDIDATE)
                        .filter(e -> !e.getValue().enrolledOn.isAfter(c.voucher().effective()))
                        .map(java.util.Map.Entry::getKey)
                        .toList();
        if (projects.isEmpty()) {
            throw refused(new NothingToPlan());
        }
        return new Judgement(state, c, c.fund().value())
                .rule(reviewsMissing(projects, c))
                .rule(floorMissed(projects, c.voucher().effective()))
                .record(new PlanIssued(c.fund(), c.voucher(), 1, projects));
    }

    private Optional<ReviewsMissing> reviewsMissing(List<ProjectId> projects, PlanCommand c) {
        LocalDate date = c.voucher().effective();
        List<String> missing =
                projects.stream()
                        .filter(p -> !state.project(p, date).missingReviews().isEmpty())
                        .map(p -> p + " " + state.project(p, date).missingReviews())
                        .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(new ReviewsMissing(missing));
    }

    /** R7: at least so much of the planned money is for livelihood or the grassroots. */
    private Optional<FloorMissed> floorMissed(List<ProjectId> projects, LocalDate date) {
        Money all = state.books().money(0);
        Money flagged = all;
        for (ProjectId project : projects) {
            Plan.Entry entry = state.project(project, date);
            Money planned = state.books().money(entry.planned.at(date));
            all = all.plus(planned);
            if (entry.profile.livelihood() || entry.profile.grassroots()) {
                flagged = flagged.plus(planned);
            }
        }
        BigDecimal floor = state.governance().policy(PolicyItem.LIVELIHOOD_FLOOR_PERCENT, date);
        if (all.isZero()
                || flagged.value().movePointRight(2).compareTo(all.value().multiply(floor)) >= 0) {
            return Optional.empty();
        }
        BigDecimal percent =
                flagged.value().movePointRight(2).divide(all.value(), 2, RoundingMode.HALF_UP);
        return Optional.of(new FloorMissed(flagged, all, percent, floor));
    }

    private List<FundEvent> propose(ProposeAdjustment c) {
        LocalDate date = c.voucher().effective();
        if (state.plan().version() == 0) {
            throw refused(new PlanNotIssued());
        }
        if (state.plan().adjustment(c.adjustment()).isPresent()) {
            throw refused(new AdjustmentExists(c.adjustment()));
        }
        List<PlanChange> changes = c.changes().stream().map(p -> counted(p, date)).toList();
        Judgement judgement = new Judgement(state, c, c.fund().value());
        if (c.kind() == AdjustmentKind.IN_YEAR) {
            changes.stream()
                    .map(PlanChange::project)
                    .filter(p -> state.project(p, date).inPlanFrom.isEmpty())
                    .forEach(p -> judgement.rule(Optional.of(new NewProjectOutsideMidTerm(p))));
        }
        requireNotBelowZero(changes, date);
        return judgement.record(
                new AdjustmentProposed(
                        c.fund(), c.voucher(), c.adjustment(), c.kind(), changes, c.reason()));
    }

    private PlanChange counted(PlanChange change, LocalDate date) {
        state.project(change.project(), date);
        return new PlanChange(
                change.project(),
                state.amount(change.planned()),
                state.amount(change.investment()));
    }

    private void requireNotBelowZero(List<PlanChange> changes, LocalDate date) {
        for (PlanChange change : changes) {
            Plan.Entry entry = state.project(change.project(), date);
            refuseBelowZero(change.project(), entry.planned, change.planned(), date);
            refuseBelowZero(change.project(), entry.investment, change.investment(), date);
        }
    }

    private void refuseBelowZero(ProjectId project, Timeline line, Money change, LocalDate date) {
        Money standing = state.books().money(line.leastFrom(date));
        if (change.isNegative() && standing.plus(change).isNegative()) {
            throw refused(new PlannedBelowZero(project, change, standing));
        }
    }

    private List<FundEvent> agree(AgreeAdjustment c) {
        Plan.Adjustment adjustment = unsettled(c.adjustment());
        if (adjustment.agreed.containsKey(c.party())) {
            throw refused(new AlreadyAgreed(c.adjustment(), c.party()));
        }
        return new Judgement(state, c, c.fund().value())
                .rule(notSigned(adjustment, c.voucher().actor()))
                .rule(notBefore("The agreement", c, adjustment.proposedOn))
                .record(new AdjustmentAgreed(c.fund(), c.voucher(), c.adjustment(), c.party()));
    }

    /** R4: headquarters and recipient agree, then the provincial office approves. */
    private List<FundEvent> approve(ApproveAdjustment c) {
        LocalDate date = c.voucher().effective();
        Plan.Adjustment adjustment = unsettled(c.adjustment());
        List<ProjectId> admitted =
                adjustment.changes.stream()
                        .map(PlanChange::project)
                        .filter(p -> state.project(p, date).inPlanFrom.isEmpty())
                        .distinct()
                        .toList();
        requireNotBelowZero(adjustment.changes, date);
        List<Party> missing =
                Arrays.stream(Party.values())
                        .filter(p -> !adjustment.agreed.containsKey(p))
                        .toList();
        LocalDate earliest =
                Stream.concat(
                                Stream.of(adjustment.proposedOn),
                                adjustment.agreed.values().stream().map(Plan.Signature::on))
                        .max(LocalDate::compareTo)
                        .orElseThrow();
        return new Judgement(state, c, c.fund().value())
                .rule(
                        missing.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new AgreementsMissing(c.adjustment(), missing)))
                .rule(notSigned(adjustment, c.voucher().actor()))
                .rule(notBefore("The approval", c, earliest))
                .rule(reviewsMissing(admitted, c))
                .record(
                        new AdjustmentApproved(
                                c.fund(),
                                c.voucher(),
                                c.adjustment(),
                                state.plan().version() + 1,
                                adjustment.changes,
                                admitted));
    }

    private Plan.Adjustment unsettled(AdjustmentId id) {
        Plan.Adjustment adjustment =
                state.plan().adjustment(id).orElseThrow(() -> refused(new AdjustmentUnknown(id)));
        if (adjustment.approvedOn.isPresent()) {
            throw refused(new AdjustmentSettled(id));
        }
        return adjustment;
    }

    private static Optional<SameActor> notSigned(Plan.Adjustment adjustment, Actor actor) {
        return adjustment.agreed.values().stream().anyMatch(s -> s.actor().equals(actor))
                ? Optional.of(new SameActor(actor, "agreed"))
                : Optional.empty();
    }

    private static Optional<OutOfOrder> notBefore(String what, PlanCommand c, LocalDate earliest) {
        LocalDate effective = c.voucher().effective();
        return effective.isBefore(earliest)
                ? Optional.of(new OutOfOrder(what, effective, earliest))
                : Optional.empty();
    }

    private Plan.Entry requireCandidate(ProjectId project, PlanCommand c) {
        Plan.Entry entry = state.project(project, c.voucher().effective());
        entry.inPlanFrom.ifPresent(since -> {
            throw refused(new ProjectInPlan(project, since));
        });
        return entry;
    }
}
