package org.aidledger.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.PlanEvent.ReviewOutcome;
import org.aidledger.fund.PlanEvent.ReviewRecorded;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.Review;
import org.aidledger.fund.WorksEvent;
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
import org.aidledger.posting.Account.Kind;
import org.aidledger.posting.Entry;
import org.aidledger.posting.Movement;

/** One project's part of {@link FundFold}: events come in order of business date. */
final class ProjectFold {

    private final ProjectId id;
    private final Map<ProjectStatus, LocalDate> passed = new EnumMap<>(ProjectStatus.class);
    private Optional<ProjectEnrolled> enrolled = Optional.empty();
    private ReviewOutcome outcome = ReviewOutcome.CANDIDATE;
    private Optional<BigDecimal> physicalPercent = Optional.empty();
    private Optional<LocalDate> lastMovement = Optional.empty();
    private boolean admitted;
    private int freezes;
    private Money planned;
    private Money investment;
    private Money allocated;
    private Money disbursed;
    private Money paid;
    private Money reclaimed;
    private Money recovered;
    private Money reallocated;
    private Money contracted;
    private Money matched;
    private Money workValue;

    ProjectFold(ProjectId id, Money zero) {
        this.id = id;
        planned = zero;
        investment = zero;
        allocated = zero;
        disbursed = zero;
        paid = zero;
        reclaimed = zero;
        recovered = zero;
        reallocated = zero;
        contracted = zero;
        matched = zero;
        workValue = zero;
    }

    void enrol(ProjectEnrolled event) {
        enrolled = Optional.of(event);
        plan(event.planned(), event.investment());
    }

    boolean isEnrolled() {
        return enrolled.isPresent();
    }

    void plan(Money morePlanned, Money moreInvestment) {
        planned = planned.plus(morePlanned);
        investment = investment.plus(moreInvestment);
    }

    /** R6, in order of date: cancelled is final; only the papers decide on deferring. */
    void review(ReviewRecorded event) {
        if (event.outcome() == ReviewOutcome.CANCELLED) {
            outcome = ReviewOutcome.CANCELLED;
        } else if (event.review() == Review.COMPLETENESS && outcome != ReviewOutcome.CANCELLED) {
            outcome = event.outcome();
        }
    }

    void admit() {
        admitted = true;
    }

    void post(Entry entry, LocalDate date) {
        lastMovement = Optional.of(date);
        Money amount = entry.amount();
        switch (entry.account().kind()) {
            case ALLOCATED -> {
                allocated = allocated.plus(amount);
                if (entry.movement() == Movement.RECLAIM) {
                    reclaimed = reclaimed.minus(amount);
                }
                if (entry.movement() == Movement.REALLOCATE) {
                    reallocated = reallocated.plus(amount);
                }
            }
            case HELD, PAID -> {
                disbursed = disbursed.plus(amount);
                if (entry.movement() == Movement.RECOVER) {
                    recovered = recovered.minus(amount);
                }
                if (entry.account().kind() == Kind.PAID) {
                    paid = paid.plus(amount);
                }
            }
            case GRANT, AUTHORISED, DONOR, POOL ->
                    throw new IllegalArgumentException("not of a project: " + entry);
        }
    }

    void add(WorksEvent event) {
        LocalDate date = event.voucher().effective();
        switch (event) {
            case ContractRecorded e -> contracted = contracted.plus(e.amount());
            case ChangeOrderApproved e -> contracted = contracted.plus(e.amount());
            case MatchingRecorded e -> matched = matched.plus(e.amount());
            case ProgressReported e -> {
                physicalPercent = Optional.of(e.physicalPercent());
                workValue = e.workValue();
            }
            case ProjectStarted _ -> passed.put(ProjectStatus.STARTED, date);
            case ProjectCompleted _ -> passed.put(ProjectStatus.COMPLETED, date);
            case ProjectAccepted _ -> passed.put(ProjectStatus.ACCEPTED, date);
            case ArchiveAccepted _ -> passed.put(ProjectStatus.ARCHIVED, date);
            case ProjectClosed _ -> passed.put(ProjectStatus.CLOSED, date);
            case ProjectFrozen _ -> freezes++;
            case ProjectUnfrozen _ -> freezes--;
            case TargetSet _ -> {}
        }
    }

    ProjectFigures figures(boolean watchesPlan) {
        ProjectEnrolled known = enrolled.orElseThrow();
        boolean inPlan = admitted || !watchesPlan;
        return new ProjectFigures(
                id,
                known.profile(),
                status(inPlan),
                inPlan,
                freezes > 0,
                planned,
                investment,
                allocated,
                disbursed,
                paid,
                reclaimed,
                recovered,
                reallocated,
                contracted,
                matched,
                physicalPercent,
                workValue,
                on(ProjectStatus.STARTED),
                on(ProjectStatus.COMPLETED),
                on(ProjectStatus.ACCEPTED),
                on(ProjectStatus.ARCHIVED),
                on(ProjectStatus.CLOSED),
                lastMovement);
    }

    private ProjectStatus status(boolean inPlan) {
        return passed.keySet().stream()
                .max(ProjectStatus::compareTo)
                .orElseGet(() ->
                        inPlan
                                ? ProjectStatus.PLANNED
                                : switch (outcome) {
                                    case CANDIDATE -> ProjectStatus.CANDIDATE;
                                    case CANCELLED -> ProjectStatus.CANCELLED;
                                    case DEFERRED -> ProjectStatus.DEFERRED;
                                });
    }

    private Optional<LocalDate> on(ProjectStatus milestone) {
        return Optional.ofNullable(passed.get(milestone));
    }
}
