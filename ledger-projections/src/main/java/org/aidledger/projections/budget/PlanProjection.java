package org.aidledger.projections.budget;

import java.util.List;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.PlanEvent;
import org.aidledger.fund.PlanEvent.AdjustmentAgreed;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.fund.PlanEvent.AdjustmentDropped;
import org.aidledger.fund.PlanEvent.AdjustmentProposed;
import org.aidledger.fund.PlanEvent.PlanIssued;
import org.aidledger.fund.PlanEvent.PlanPhaseAdded;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.PlanEvent.ReviewOutcome;
import org.aidledger.fund.PlanEvent.ReviewRecorded;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.fund.Review;
import org.aidledger.money.Money;
import org.aidledger.projections.table.ReadTable;
import org.aidledger.projections.tally.Fact;
import org.aidledger.projections.tally.Measure;
import org.aidledger.projections.tally.Subject;
import org.aidledger.projections.writing.Imprint;
import org.aidledger.projections.writing.Projection;

/** Writes what the plan says about each project, and its versions. */
public final class PlanProjection implements Projection {

    private static final ReadTable ENROLMENT =
            ReadTable.ofFacts(
                    "enrolment",
                    "project text",
                    "name text",
                    "category text",
                    "place text",
                    "channel text",
                    "kind text",
                    "delivery text",
                    "capital boolean",
                    "livelihood boolean",
                    "grassroots boolean",
                    "enterprise boolean");
    private static final ReadTable PLAN =
            ReadTable.ofFacts("plan", "project text", "planned bigint", "investment bigint");

    @Override
    public List<ReadTable> tables() {
        return List.of(ENROLMENT, PLAN);
    }

    @Override
    public void on(FundEvent event, Imprint imprint) {
        if (event instanceof PlanEvent plan) {
            on(plan, imprint);
        }
    }

    private static void on(PlanEvent event, Imprint imprint) {
        switch (event) {
            case ProjectEnrolled e -> {
                enrol(e, imprint);
                plan(e.project(), e.planned(), e.investment(), imprint);
            }
            case PlanPhaseAdded e -> plan(e.project(), e.planned(), e.investment(), imprint);
            case ReviewRecorded e -> review(e, imprint);
            case PlanIssued e -> {
                version(e.version(), imprint);
                e.projects().forEach(p -> admit(p, imprint));
            }
            case AdjustmentApproved e -> {
                version(e.version(), imprint);
                e.admitted().forEach(p -> admit(p, imprint));
                e.changes().forEach(c -> plan(c.project(), c.planned(), c.investment(), imprint));
            }
            case AdjustmentProposed _, AdjustmentAgreed _, AdjustmentDropped _ -> {}
        }
    }

    private static void enrol(ProjectEnrolled e, Imprint imprint) {
        ProjectProfile profile = e.profile();
        imprint.row(
                ENROLMENT,
                e.project(),
                profile.name(),
                profile.category(),
                profile.place(),
                profile.channel(),
                profile.kind(),
                profile.delivery(),
                profile.capital(),
                profile.livelihood(),
                profile.grassroots(),
                profile.enterprise());
        imprint.fact(Fact.mark(Subject.of(e.project()), Measure.ENROLLED));
    }

    private static void plan(ProjectId project, Money planned, Money investment, Imprint imprint) {
        imprint.row(PLAN, project, planned.minorUnits(), investment.minorUnits());
        Subject subject = Subject.of(project);
        imprint.fact(Fact.sum(subject, Measure.PLANNED, planned.minorUnits()));
        imprint.fact(Fact.sum(subject, Measure.INVESTMENT, investment.minorUnits()));
    }

    /** R6: cancelled is final; only the papers decide on deferring. */
    private static void review(ReviewRecorded e, Imprint imprint) {
        Subject subject = Subject.of(e.project());
        if (e.outcome() == ReviewOutcome.CANCELLED) {
            imprint.fact(Fact.mark(subject, Measure.CANCELLED));
        }
        if (e.review() == Review.COMPLETENESS) {
            imprint.fact(Fact.statement(subject, Measure.COMPLETENESS, e.outcome().name()));
        }
    }

    private static void admit(ProjectId project, Imprint imprint) {
        imprint.fact(Fact.mark(Subject.of(project), Measure.ADMITTED));
    }

    private static void version(int version, Imprint imprint) {
        imprint.fact(
                Fact.mark(
                        new Subject(Subject.Kind.VERSION, Integer.toString(version)),
                        Measure.ISSUED));
    }
}
