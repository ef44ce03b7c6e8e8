package org.aidledger.fund;

import static org.aidledger.fund.FundState.refused;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.fund.PlanCommand.AgreeAdjustment;
import org.aidledger.fund.PlanCommand.ApproveAdjustment;
import org.aidledger.fund.PlanCommand.DropAdjustment;
import org.aidledger.fund.PlanCommand.EnrolProject;
import org.aidledger.fund.PlanCommand.IssuePlan;
import org.aidledger.fund.PlanCommand.PlanPhase;
import org.aidledger.fund.PlanCommand.ProposeAdjustment;
import org.aidledger.fund.PlanCommand.RecordReview;
import org.aidledger.fund.PlanEvent.PlanIssued;
import org.aidledger.fund.PlanEvent.PlanPhaseAdded;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.PlanEvent.ReviewOutcome;
import org.aidledger.fund.PlanEvent.ReviewRecorded;
import org.aidledger.fund.RequestRefused.ChannelNotOfFund;
import org.aidledger.fund.RequestRefused.NothingToPlan;
import org.aidledger.fund.RequestRefused.PlanAlreadyIssued;
import org.aidledger.fund.RequestRefused.ProjectAlreadyEnrolled;
import org.aidledger.fund.RequestRefused.ProjectCancelled;
import org.aidledger.fund.RequestRefused.ProjectInPlan;
import org.aidledger.fund.RuleBroken.FloorMissed;
import org.aidledger.fund.RuleBroken.ReviewsMissing;
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
            case ProposeAdjustment c -> new AdjustmentDecisions(state).propose(c);
            case AgreeAdjustment c -> new AdjustmentDecisions(state).agree(c);
            case ApproveAdjustment c -> new AdjustmentDecisions(state).approve(c);
            case DropAdjustment c -> new AdjustmentDecisions(state).drop(c);
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
        LocalDate date = c.voucher().effective();
        PlanChanges changes = new PlanChanges(state);
        List<PlanChange> phases =
                changes.counted(
                        List.of(new PlanChange(c.project(), c.planned(), c.investment())), date);
        changes.requireNotBelowZero(phases, date);
        PlanChange phase = phases.getFirst();
        return List.of(
                new PlanPhaseAdded(
                        c.fund(), c.voucher(), c.project(), phase.planned(), phase.investment()));
    }

    private List<FundEvent> review(RecordReview c) {
        Plan.Entry entry = requireCandidate(c.project(), c);
        if (entry.cancelled) {
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
            case COMPLIANCE, REASONABLENESS ->
                    c.passed() ? entry.outcome(c.voucher().effective()) : ReviewOutcome.CANCELLED;
            case COMPLETENESS -> c.passed() ? ReviewOutcome.CANDIDATE : ReviewOutcome.DEFERRED;
        };
    }

    private List<FundEvent> issue(IssuePlan c) {
        if (state.plan().version() > 0) {
            throw refused(new PlanAlreadyIssued(state.plan().version()));
        }
        LocalDate date = c.voucher().effective();
        List<ProjectId> projects =
                state.plan().entries().entrySet().stream()
                        .filter(e -> !e.getValue().enrolledOn.isAfter(date))
                        .filter(e -> e.getValue().outcome(date) == ReviewOutcome.CANDIDATE)
                        .map(Map.Entry::getKey)
                        .toList();
        if (projects.isEmpty()) {
            throw refused(new NothingToPlan());
        }
        return new Judgement(state, c, c.fund().value())
                .rule(reviewsMissing(state, projects, date))
                .rule(floorMissed(projects, date))
                .record(new PlanIssued(c.fund(), c.voucher(), 1, projects));
    }

    /** R5: all three reviews are passed before a project enters the plan. */
    static Optional<ReviewsMissing> reviewsMissing(
            FundState state, List<ProjectId> projects, LocalDate date) {
        List<String> missing =
                projects.stream()
                        .filter(p -> !state.project(p, date).missingReviews(date).isEmpty())
                        .map(p -> p + " " + state.project(p, date).missingReviews(date))
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

    private Plan.Entry requireCandidate(ProjectId project, PlanCommand c) {
        Plan.Entry entry = state.project(project, c.voucher().effective());
        entry.inPlanFrom.ifPresent(since -> {
            throw refused(new ProjectInPlan(project, since));
        });
        return entry;
    }
}
