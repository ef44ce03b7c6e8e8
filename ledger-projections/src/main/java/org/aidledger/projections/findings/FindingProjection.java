package org.aidledger.projections.findings;

import java.util.List;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingEvent;
import org.aidledger.finding.FindingEvent.EvidenceSubmitted;
import org.aidledger.finding.FindingEvent.FindingClosed;
import org.aidledger.finding.FindingEvent.FindingRaised;
import org.aidledger.finding.FindingEvent.FindingReopened;
import org.aidledger.finding.FindingEvent.RectificationAssigned;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.GovernanceEvent.BreachNoted;
import org.aidledger.projections.json.Components;
import org.aidledger.projections.writing.Projection;
import org.aidledger.projections.writing.ReadTable;
import org.aidledger.projections.writing.Rows;

/** Writes each stage of each finding, and each breach that was noted. */
public final class FindingProjection implements Projection {

    private static final ReadTable FINDING =
            ReadTable.of(
                    "finding",
                    "finding text",
                    "stage text",
                    "actor text",
                    "project text",
                    "finding_type text",
                    "amount text",
                    "description text",
                    "source text",
                    "leader text",
                    "office text",
                    "deadline text",
                    "documents json");
    private static final ReadTable BREACH =
            ReadTable.of(
                    "breach",
                    "event_id text",
                    "posting_id text",
                    "code text",
                    "subject text",
                    "message text",
                    "actor text");

    @Override
    public List<ReadTable> tables() {
        return List.of(FINDING, BREACH);
    }

    @Override
    public void on(FundEvent event, Recorded<? extends LedgerEvent> at, Rows rows) {
        if (event instanceof BreachNoted e) {
            rows.add(
                    BREACH,
                    at,
                    e.fund(),
                    at.eventId(),
                    e.voucher().postingId(),
                    e.code(),
                    e.subject(),
                    e.message(),
                    e.voucher().actor());
        }
    }

    @Override
    public void on(FindingEvent event, Recorded<? extends LedgerEvent> at, Rows rows) {
        switch (event) {
            case FindingRaised e ->
                    add(
                            new Stage("RAISED", e.description())
                                    .about(e.project(), e.type().name(), e.amount().toString())
                                    .from(e.source()),
                            e,
                            at,
                            rows);
            case RectificationAssigned e ->
                    add(
                            new Stage("ASSIGNED", e.measure())
                                    .by(
                                            e.responsibleLeader(),
                                            e.responsibleOffice(),
                                            e.deadline().toString()),
                            e,
                            at,
                            rows);
            case EvidenceSubmitted e -> add(new Stage("SUBMITTED", e.evidence()), e, at, rows);
            case FindingClosed e -> add(new Stage("CLOSED", e.conclusion()), e, at, rows);
            case FindingReopened e -> add(new Stage("REOPENED", e.reason()), e, at, rows);
        }
    }

    private static void add(
            Stage stage, FindingEvent event, Recorded<? extends LedgerEvent> at, Rows rows) {
        rows.add(
                FINDING,
                at,
                event.fund(),
                event.finding(),
                stage.name(),
                event.voucher().actor(),
                stage.project(),
                stage.type(),
                stage.amount(),
                stage.description(),
                stage.source(),
                stage.leader(),
                stage.office(),
                stage.deadline(),
                Components.write(event.voucher().documents()));
    }

    /** A row of the table; what a stage does not say is empty. */
    private record Stage(
            String name,
            String description,
            String project,
            String type,
            String amount,
            String source,
            String leader,
            String office,
            String deadline) {

        Stage(String name, String description) {
            this(name, description, "", "", "", "", "", "", "");
        }

        Stage about(String aProject, String aType, String anAmount) {
            return new Stage(
                    name, description, aProject, aType, anAmount, source, leader, office, deadline);
        }

        Stage from(String aSource) {
            return new Stage(
                    name, description, project, type, amount, aSource, leader, office, deadline);
        }

        Stage by(String aLeader, String anOffice, String aDeadline) {
            return new Stage(
                    name, description, project, type, amount, source, aLeader, anOffice, aDeadline);
        }
    }
}
