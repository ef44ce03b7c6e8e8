package org.aidledger.projections.budget;

import java.util.List;
import java.util.Optional;
import org.aidledger.fund.FundEvent;
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
import org.aidledger.projections.table.ReadTable;
import org.aidledger.projections.tally.Fact;
import org.aidledger.projections.tally.Measure;
import org.aidledger.projections.tally.Subject;
import org.aidledger.projections.writing.Imprint;
import org.aidledger.projections.writing.Projection;

/** Writes what became of the works of each project. */
public final class WorksProjection implements Projection {

    @Override
    public List<ReadTable> tables() {
        return List.of();
    }

    @Override
    public void on(FundEvent event, Imprint imprint) {
        if (event instanceof WorksEvent works) {
            fact(works).ifPresent(imprint::fact);
        }
    }

    private static Optional<Fact> fact(WorksEvent event) {
        Subject subject = Subject.of(event.project());
        return switch (event) {
            case ContractRecorded e ->
                    Optional.of(Fact.sum(subject, Measure.CONTRACTED, e.amount().minorUnits()));
            case ChangeOrderApproved e ->
                    Optional.of(Fact.sum(subject, Measure.CONTRACTED, e.amount().minorUnits()));
            case MatchingRecorded e ->
                    Optional.of(Fact.sum(subject, Measure.MATCHED, e.amount().minorUnits()));
            case ProgressReported e ->
                    Optional.of(
                            Fact.statement(
                                    subject,
                                    Measure.REPORTED,
                                    new Report(e.physicalPercent(), e.workValue().minorUnits())
                                            .text()));
            case ProjectStarted _ -> Optional.of(Fact.mark(subject, Measure.STARTED));
            case ProjectCompleted _ -> Optional.of(Fact.mark(subject, Measure.COMPLETED));
            case ProjectAccepted _ -> Optional.of(Fact.mark(subject, Measure.ACCEPTED));
            case ArchiveAccepted _ -> Optional.of(Fact.mark(subject, Measure.ARCHIVED));
            case ProjectClosed _ -> Optional.of(Fact.mark(subject, Measure.CLOSED));
            case ProjectFrozen _ -> Optional.of(Fact.mark(subject, Measure.FROZEN));
            case ProjectUnfrozen _ -> Optional.of(Fact.mark(subject, Measure.UNFROZEN));
            case TargetSet _ -> Optional.empty();
        };
    }
}
