package org.aidledger.projections.findings;

import java.util.List;
import java.util.Optional;
import org.aidledger.finding.FindingEvent;
import org.aidledger.finding.FindingEvent.EvidenceSubmitted;
import org.aidledger.finding.FindingEvent.FindingClosed;
import org.aidledger.finding.FindingEvent.FindingRaised;
import org.aidledger.finding.FindingEvent.FindingReopened;
import org.aidledger.finding.FindingEvent.RectificationAssigned;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.GovernanceEvent.BreachNoted;
import org.aidledger.projections.json.Components;
import org.aidledger.projections.table.ReadTable;
import org.aidledger.projections.tally.Fact;
import org.aidledger.projections.tally.Measure;
import org.aidledger.projections.tally.Subject;
import org.aidledger.projections.writing.Imprint;
import org.aidledger.projections.writing.Projection;

/** Writes each stage of each finding, and each breach that was noted. */
public final class FindingProjection implements Projection {

    private static final ReadTable FINDING =
            ReadTable.ofFacts(
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
                    "documents text");
    private static final ReadTable BREACH =
            ReadTable.ofFacts(
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
    public void on(FundEvent event, Imprint imprint) {
        if (event instanceof BreachNoted e) {
            imprint.row(
                    BREACH,
                    imprint.event().eventId(),
                    e.voucher().postingId(),
                    e.code(),
                    e.subject(),
                    e.message(),
                    e.voucher().actor());
            imprint.fact(Fact.mark(Subject.FUND, Measure.BREACHED));
        }
    }

    @Override
    public void on(FindingEvent event, Imprint imprint) {
        switch (event) {
            case FindingRaised e ->
                    add(
                            new Stage("RAISED", e.description())
                                    .about(e.project(), e.type().name(), e.amount().toString())
                                    .from(e.source()),
                            e,
                            imprint);
            case RectificationAssigned e ->
                    add(
                            new Stage("ASSIGNED", e.measure())
                                    .by(
                                            e.responsibleLeader(),
                                            e.responsibleOffice(),
                                            e.deadline().toString()),
                            e,
                            imprint);
            case EvidenceSubmitted e -> add(new Stage("SUBMITTED", e.evidence()), e, imprint);
            case FindingClosed e -> add(new Stage("CLOSED", e.conclusion()), e, imprint);
            case FindingReopened e -> add(new Stage("REOPENED", e.reason()), e, imprint);
        }
    }

    private static Optional<Fact> fact(FindingEvent event) {
        Subject finding = new Subject(Subject.Kind.FINDING, event.finding().value());
        return switch (event) {
            case FindingRaised e ->
                    Optional.of(Fact.statement(finding, Measure.RAISED, e.amount().toString()));
            case FindingClosed _ ->
                    Optional.of(Fact.statement(finding, Measure.STAGED, FindingCounts.CLOSED));
            case FindingReopened _ ->
                    Optional.of(Fact.statement(finding, Measure.STAGED, FindingCounts.REOPENED));
            case RectificationAssigned _, EvidenceSubmitted _ -> Optional.empty();
        };
    }

    private static void add(Stage stage, FindingEvent event, Imprint imprint) {
        fact(event).ifPresent(imprint::fact);
        imprint.row(
                FINDING,
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
