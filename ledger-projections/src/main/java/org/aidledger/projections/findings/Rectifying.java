package org.aidledger.projections.findings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aidledger.finding.FindingId;
import org.aidledger.finding.FindingType;
import org.aidledger.fund.FundId;
import org.aidledger.money.Money;
import org.aidledger.projections.findings.RegisteredFinding.Closing;
import org.aidledger.projections.findings.RegisteredFinding.Evidence;
import org.aidledger.projections.findings.RegisteredFinding.Rectification;
import org.aidledger.projections.findings.RegisteredFinding.Status;

/** Follows one finding through its stages. */
final class Rectifying {

    private final FindingId finding;
    private final FundId fund;
    private final List<Evidence> evidence = new ArrayList<>();
    private Optional<StageRow> raised = Optional.empty();
    private Optional<Rectification> rectification = Optional.empty();
    private Optional<Closing> closing = Optional.empty();
    private Status status = Status.RAISED;
    private int reopened;

    Rectifying(FindingId finding, FundId fund) {
        this.finding = finding;
        this.fund = fund;
    }

    void add(StageRow stage) {
        switch (stage.stage()) {
            case "RAISED" -> raised = Optional.of(stage);
            case "ASSIGNED" -> {
                rectification =
                        Optional.of(
                                new Rectification(
                                        stage.description(),
                                        stage.leader(),
                                        stage.office(),
                                        LocalDate.parse(stage.deadline())));
                status = Status.ASSIGNED;
            }
            case "SUBMITTED" -> {
                evidence.add(
                        new Evidence(
                                stage.on(), stage.actor(), stage.description(), stage.documents()));
                status = Status.EVIDENCE_SUBMITTED;
            }
            case "CLOSED" -> {
                closing = Optional.of(new Closing(stage.on(), stage.actor(), stage.description()));
                status = Status.CLOSED;
            }
            case "REOPENED" -> {
                closing = Optional.empty();
                status = Status.REOPENED;
                reopened++;
            }
            default -> throw new IllegalStateException("unknown stage of a finding: " + stage);
        }
    }

    /** The finding on a day; empty if it was not raised by then. */
    Optional<RegisteredFinding> on(LocalDate day) {
        return raised.map(r ->
                new RegisteredFinding(
                        finding,
                        fund,
                        Optional.of(r.project()).filter(p -> !p.isEmpty()),
                        FindingType.valueOf(r.type()),
                        Money.parse(r.amount()),
                        r.description(),
                        r.source(),
                        r.on(),
                        r.actor(),
                        status,
                        rectification,
                        isOverdue(day),
                        evidence,
                        closing,
                        reopened));
    }

    private boolean isOverdue(LocalDate day) {
        return status != Status.CLOSED
                && rectification.filter(r -> r.deadline().isBefore(day)).isPresent();
    }
}
