package org.aidledger.fund;

import java.util.List;
import org.aidledger.event.Becomes;
import org.aidledger.event.Texts;
import org.aidledger.event.Voucher;
import org.aidledger.money.Money;

/** Commands about the plan: the only list that a project may come from (R1, R2). */
public sealed interface PlanCommand extends FundCommand {

    /**
     * Puts a project forward for the plan; into an issued one only a mid-term adjustment lets it
     * (R2).
     *
     * @param planned money planned for it
     * @param investment planned investment of the year (all sources)
     */
    @Becomes(PlanEvent.ProjectEnrolled.class)
    record EnrolProject(
            FundId fund,
            Voucher voucher,
            ProjectId project,
            ProjectProfile profile,
            Money planned,
            Money investment)
            implements PlanCommand {}

    /**
     * Adds a phase (a year, a tranche) to the planned money of a project not yet in the plan.
     * Published budgets hold negative phases; they may not take the plan below zero on any day.
     */
    @Becomes(PlanEvent.PlanPhaseAdded.class)
    record PlanPhase(
            FundId fund, Voucher voucher, ProjectId project, Money planned, Money investment)
            implements PlanCommand {}

    /**
     * One of the three reviews of a project (R5, R6).
     *
     * @param papers what was examined, possibly empty
     */
    @Becomes(PlanEvent.ReviewRecorded.class)
    record RecordReview(
            FundId fund,
            Voucher voucher,
            ProjectId project,
            Review review,
            boolean passed,
            String papers)
            implements PlanCommand {
        public RecordReview {
            papers = Texts.optional("papers", papers, 1000);
        }
    }

    /** Issues the first version of the plan: every project that passed its three reviews. */
    @Becomes(PlanEvent.PlanIssued.class)
    record IssuePlan(FundId fund, Voucher voucher) implements PlanCommand {}

    /**
     * Proposes to change the issued plan (R3, R4).
     *
     * @param kind in-year, or mid-term: the only door for new projects (R2)
     * @param changes by project, at least one
     */
    @Becomes(PlanEvent.AdjustmentProposed.class)
    record ProposeAdjustment(
            FundId fund,
            Voucher voucher,
            AdjustmentId adjustment,
            AdjustmentKind kind,
            List<PlanChange> changes,
            String reason)
            implements PlanCommand {
        public ProposeAdjustment {
            changes = List.copyOf(changes);
            reason = Texts.required("reason", reason, 500);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("changes must name at least one project");
            }
        }
    }

    /** Headquarters or recipient agrees to a proposed adjustment. */
    @Becomes(PlanEvent.AdjustmentAgreed.class)
    record AgreeAdjustment(FundId fund, Voucher voucher, AdjustmentId adjustment, Party party)
            implements PlanCommand {}

    /** The provincial office approves an adjustment that both parties agreed to. */
    @Becomes(PlanEvent.AdjustmentApproved.class)
    record ApproveAdjustment(FundId fund, Voucher voucher, AdjustmentId adjustment)
            implements PlanCommand {}

    /** A proposed adjustment is given up, by who proposed it or who would have to sign it. */
    @Becomes(PlanEvent.AdjustmentDropped.class)
    record DropAdjustment(FundId fund, Voucher voucher, AdjustmentId adjustment, String reason)
            implements PlanCommand {
        public DropAdjustment {
            reason = Texts.required("reason", reason, 500);
        }
    }

    /** The kinds of adjustment. */
    enum AdjustmentKind {
        IN_YEAR,
        MID_TERM
    }
}
