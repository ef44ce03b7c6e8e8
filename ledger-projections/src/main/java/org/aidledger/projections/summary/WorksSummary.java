package org.aidledger.projections.summary;

import static org.aidledger.projections.summary.Summary.sentence;

import org.aidledger.fund.Tender.Exempt;
import org.aidledger.fund.Tender.Tendered;
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

/** Sentences about works. */
final class WorksSummary {

    private WorksSummary() {}

    static String of(WorksEvent event) {
        return switch (event) {
            case ContractRecorded e ->
                    "Contract %s over %s recorded for %s (%s)."
                            .formatted(e.contract(), e.amount(), e.project(), tender(e));
            case MatchingRecorded e ->
                    "%s of matching money from %s recorded for %s."
                            .formatted(e.amount(), e.source(), e.project());
            case ChangeOrderApproved e ->
                    "Change order %s over %s approved for %s."
                            .formatted(e.changeOrder(), e.amount(), e.project());
            case TargetSet e ->
                    "Target '%s' of %s set to %s %s."
                            .formatted(
                                    e.indicator(),
                                    e.project(),
                                    e.value().toPlainString(),
                                    e.unit());
            case ProjectStarted e -> "Works of %s started.".formatted(e.project());
            case ProgressReported e ->
                    "Progress of %s reported at %s %%, work worth %s, by %s."
                            .formatted(
                                    e.project(),
                                    e.physicalPercent().toPlainString(),
                                    e.workValue(),
                                    e.inspector());
            case ProjectCompleted e -> "Works of %s completed.".formatted(e.project());
            case ProjectAccepted e -> "%s accepted.".formatted(e.project());
            case ArchiveAccepted e -> "Archive of %s accepted.".formatted(e.project());
            case ProjectClosed e -> "%s closed.".formatted(e.project());
            case ProjectFrozen e ->
                    "Outgoing money of %s frozen: %s".formatted(e.project(), sentence(e.reason()));
            case ProjectUnfrozen e ->
                    "Outgoing money of %s released: %s"
                            .formatted(e.project(), sentence(e.reason()));
        };
    }

    private static String tender(ContractRecorded event) {
        return switch (event.tender()) {
            case Tendered(var reference) -> "tender " + reference;
            case Exempt(var reason) -> "no tender: " + reason;
        };
    }
}
