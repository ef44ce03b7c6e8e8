package org.aidledger.fund;

import java.util.List;
import org.aidledger.event.StoredAs;
import org.aidledger.event.Voucher;
import org.aidledger.money.Money;

/** The plan took shape or changed. */
public sealed interface PlanEvent extends FundEvent {

    /** A project was put forward. */
    @StoredAs("fund.project-enrolled")
    record ProjectEnrolled(
            FundId fund,
            Voucher voucher,
            ProjectId project,
            ProjectProfile profile,
            Money planned,
            Money investment)
            implements PlanEvent {}

    /** A phase was added to a project's planned money. */
    @StoredAs("fund.plan-phase-added")
    record PlanPhaseAdded(
            FundId fund, Voucher voucher, ProjectId project, Money planned, Money investment)
            implements PlanEvent {}

    /**
     * A review took place (三审).
     *
     * @param outcome what it means for the project (R6)
     */
    @StoredAs("fund.review-recorded")
    record ReviewRecorded(
            FundId fund,
            Voucher voucher,
            ProjectId project,
            Review review,
            boolean passed,
            String papers,
            ReviewOutcome outcome)
            implements PlanEvent {}

    /**
     * The plan was issued.
     *
     * @param version 1
     * @param projects the projects in it
     */
    @StoredAs("fund.plan-issued")
    record PlanIssued(FundId fund, Voucher voucher, int version, List<ProjectId> projects)
            implements PlanEvent {
        public PlanIssued {
            projects = List.copyOf(projects);
        }
    }

    /** A change of the plan was proposed. */
    @StoredAs("fund.adjustment-proposed")
    record AdjustmentProposed(
            FundId fund,
            Voucher voucher,
            AdjustmentId adjustment,
            PlanCommand.AdjustmentKind kind,
            List<PlanChange> changes,
            String reason)
            implements PlanEvent {
        public AdjustmentProposed {
            changes = List.copyOf(changes);
        }
    }

    /** One of the two parties agreed. */
    @StoredAs("fund.adjustment-agreed")
    record AdjustmentAgreed(FundId fund, Voucher voucher, AdjustmentId adjustment, Party party)
            implements PlanEvent {}

    /**
     * The provincial office approved; the plan has a new version.
     *
     * @param version the new version
     * @param changes what changed from the effective date on
     * @param admitted projects that are new in the plan
     */
    @StoredAs("fund.adjustment-approved")
    record AdjustmentApproved(
            FundId fund,
            Voucher voucher,
            AdjustmentId adjustment,
            int version,
            List<PlanChange> changes,
            List<ProjectId> admitted)
            implements PlanEvent {
        public AdjustmentApproved {
            changes = List.copyOf(changes);
            admitted = List.copyOf(admitted);
        }
    }

    /** A proposed adjustment was given up; it never takes effect. */
    @StoredAs("fund.adjustment-dropped")
    record AdjustmentDropped(FundId fund, Voucher voucher, AdjustmentId adjustment, String reason)
            implements PlanEvent {}

    /** What a review means for its project. */
    enum ReviewOutcome {
        /** Reviews still to come, or all passed. */
        CANDIDATE,
        /** Not compliant or not reasonable: out. */
        CANCELLED,
        /** Papers incomplete: later, when they are there. */
        DEFERRED
    }
}
