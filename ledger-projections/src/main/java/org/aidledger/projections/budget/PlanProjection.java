package org.aidledger.projections.budget;

import java.util.List;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.PlanEvent;
import org.aidledger.fund.PlanEvent.AdjustmentAgreed;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.fund.PlanEvent.AdjustmentProposed;
import org.aidledger.fund.PlanEvent.PlanIssued;
import org.aidledger.fund.PlanEvent.PlanPhaseAdded;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.PlanEvent.ReviewRecorded;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.money.Money;
import org.aidledger.projections.writing.Projection;
import org.aidledger.projections.writing.ReadTable;
import org.aidledger.projections.writing.Rows;

/** Writes what the plan says about each project, and its versions. */
public final class PlanProjection implements Projection {

    private static final ReadTable ENROLMENT =
            ReadTable.of(
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
            ReadTable.of(
                    "plan",
                    "fact text",
                    "project text",
                    "planned bigint",
                    "investment bigint",
                    "outcome text",
                    "version int");

    @Override
    public List<ReadTable> tables() {
        return List.of(ENROLMENT, PLAN);
    }

    @Override
    public void on(FundEvent event, Recorded<? extends LedgerEvent> at, Rows rows) {
        if (event instanceof PlanEvent plan) {
            on(plan, at, rows);
        }
    }

    private static void on(PlanEvent event, Recorded<? extends LedgerEvent> at, Rows rows) {
        switch (event) {
            case ProjectEnrolled e -> {
                enrol(e, at, rows);
                plan(e, e.project(), e.planned(), e.investment(), at, rows);
            }
            case PlanPhaseAdded e -> plan(e, e.project(), e.planned(), e.investment(), at, rows);
            case ReviewRecorded e ->
                    rows.add(PLAN, at, e.fund(), "REVIEWED", e.project(), 0, 0, e.outcome(), 0);
            case PlanIssued e -> {
                version(e, e.version(), at, rows);
                e.projects().forEach(p -> admit(e, p, at, rows));
            }
            case AdjustmentApproved e -> {
                version(e, e.version(), at, rows);
                e.admitted().forEach(p -> admit(e, p, at, rows));
                e.changes()
                        .forEach(c -> plan(e, c.project(), c.planned(), c.investment(), at, rows));
            }
            case AdjustmentProposed _, AdjustmentAgreed _ -> {}
        }
    }

    private static void enrol(ProjectEnrolled e, Recorded<? extends LedgerEvent> at, Rows rows) {
        ProjectProfile profile = e.profile();
        rows.add(
                ENROLMENT,
                at,
                e.fund(),
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
    }

    private static void plan(
            PlanEvent event,
            ProjectId project,
            Money planned,
            Money investment,
            Recorded<? extends LedgerEvent> at,
            Rows rows) {
        rows.add(
                PLAN,
                at,
                event.fund(),
                "PLANNED",
                project,
                planned.minorUnits(),
                investment.minorUnits(),
                "",
                0);
    }

    private static void admit(
            PlanEvent event, ProjectId project, Recorded<? extends LedgerEvent> at, Rows rows) {
        rows.add(PLAN, at, event.fund(), "ADMITTED", project, 0, 0, "", 0);
    }

    private static void version(
            PlanEvent event, int version, Recorded<? extends LedgerEvent> at, Rows rows) {
        rows.add(PLAN, at, event.fund(), "VERSION", "", 0, 0, "", version);
    }
}
