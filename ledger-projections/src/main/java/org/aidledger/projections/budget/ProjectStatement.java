package org.aidledger.projections.budget;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aidledger.fund.PlanEvent.ReviewOutcome;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.indicator.ProjectStatus;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.projections.tally.FundTally;
import org.aidledger.projections.tally.Measure;

/** The statement of one project, read off its fund's tally. */
final class ProjectStatement {

    private static final List<Measure> MOVEMENTS =
            Stream.of(Account.Kind.ALLOCATED, Account.Kind.HELD, Account.Kind.PAID)
                    .flatMap(kind -> Measure.of(kind).stream())
                    .toList();

    private final OpenedFund fund;
    private final FundTally tally;
    private final int project;

    /**
     * @param project its number among the subjects
     */
    ProjectStatement(OpenedFund fund, FundTally tally, int project) {
        this.fund = fund;
        this.tally = tally;
        this.project = project;
    }

    ProjectId id() {
        return new ProjectId(tally.subject(project).name());
    }

    boolean isEnrolled() {
        return has(Measure.ENROLLED);
    }

    ProjectFigures figures(ProjectProfile profile, boolean watchesPlan) {
        boolean inPlan = has(Measure.ADMITTED) || !watchesPlan;
        Optional<Report> report = tally.statement(project, Measure.REPORTED).map(Report::parse);
        return new ProjectFigures(
                id(),
                profile,
                status(inPlan),
                inPlan,
                tally.count(project, Measure.FROZEN) > tally.count(project, Measure.UNFROZEN),
                sum(Measure.PLANNED),
                sum(Measure.INVESTMENT),
                sum(
                        Measure.ALLOCATED_ALLOCATE,
                        Measure.ALLOCATED_RECLAIM,
                        Measure.ALLOCATED_REALLOCATE),
                sum(
                        Measure.HELD_DISBURSE,
                        Measure.HELD_PAY,
                        Measure.HELD_RECOVER,
                        Measure.PAID_PAY,
                        Measure.PAID_RECOVER),
                sum(Measure.PAID_PAY, Measure.PAID_RECOVER),
                sum(Measure.ALLOCATED_RECLAIM).negated(),
                sum(Measure.HELD_RECOVER, Measure.PAID_RECOVER).negated(),
                sum(Measure.ALLOCATED_REALLOCATE),
                sum(Measure.CONTRACTED),
                sum(Measure.MATCHED),
                report.map(Report::percent),
                fund.money(report.map(Report::workValue).orElse(0L)),
                tally.lastDay(project, Measure.STARTED),
                tally.lastDay(project, Measure.COMPLETED),
                tally.lastDay(project, Measure.ACCEPTED),
                tally.lastDay(project, Measure.ARCHIVED),
                tally.lastDay(project, Measure.CLOSED),
                tally.lastDay(project, MOVEMENTS));
    }

    private Money sum(Measure... measures) {
        long sum = 0;
        for (Measure measure : measures) {
            sum = Math.addExact(sum, tally.sum(project, measure));
        }
        return fund.money(sum);
    }

    private boolean has(Measure measure) {
        return tally.count(project, measure) > 0;
    }

    /** The furthest milestone passed, or else what the plan says. */
    private ProjectStatus status(boolean inPlan) {
        if (has(Measure.CLOSED)) {
            return ProjectStatus.CLOSED;
        }
        if (has(Measure.ARCHIVED)) {
            return ProjectStatus.ARCHIVED;
        }
        if (has(Measure.ACCEPTED)) {
            return ProjectStatus.ACCEPTED;
        }
        if (has(Measure.COMPLETED)) {
            return ProjectStatus.COMPLETED;
        }
        if (has(Measure.STARTED)) {
            return ProjectStatus.STARTED;
        }
        return inPlan ? ProjectStatus.PLANNED : outsidePlan();
    }

    private ProjectStatus outsidePlan() {
        if (has(Measure.CANCELLED)) {
            return ProjectStatus.CANCELLED;
        }
        return switch (tally.statement(project, Measure.COMPLETENESS)
                .map(ReviewOutcome::valueOf)
                .orElse(ReviewOutcome.CANDIDATE)) {
            case CANDIDATE -> ProjectStatus.CANDIDATE;
            case CANCELLED -> ProjectStatus.CANCELLED;
            case DEFERRED -> ProjectStatus.DEFERRED;
        };
    }
}
