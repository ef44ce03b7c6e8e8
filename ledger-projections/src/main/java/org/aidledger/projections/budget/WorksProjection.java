package org.aidledger.projections.budget;

import java.math.BigDecimal;
import java.util.List;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
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
import org.aidledger.money.Money;
import org.aidledger.projections.writing.Projection;
import org.aidledger.projections.writing.ReadTable;
import org.aidledger.projections.writing.Rows;

/** Writes what became of the works of each project. */
public final class WorksProjection implements Projection {

    private static final ReadTable WORKS =
            ReadTable.of("works", "fact text", "project text", "amount bigint", "percent numeric");

    @Override
    public List<ReadTable> tables() {
        return List.of(WORKS);
    }

    @Override
    public void on(FundEvent event, Recorded<? extends LedgerEvent> at, Rows rows) {
        if (event instanceof WorksEvent works) {
            on(works, at, rows);
        }
    }

    private static void on(WorksEvent event, Recorded<? extends LedgerEvent> at, Rows rows) {
        switch (event) {
            case ContractRecorded e -> amount("CONTRACTED", e, e.amount(), at, rows);
            case ChangeOrderApproved e -> amount("CONTRACTED", e, e.amount(), at, rows);
            case MatchingRecorded e -> amount("MATCHED", e, e.amount(), at, rows);
            case ProgressReported e ->
                    rows.add(
                            WORKS,
                            at,
                            e.fund(),
                            "REPORTED",
                            e.project(),
                            e.workValue().minorUnits(),
                            e.physicalPercent());
            case ProjectStarted e -> milestone("STARTED", e, at, rows);
            case ProjectCompleted e -> milestone("COMPLETED", e, at, rows);
            case ProjectAccepted e -> milestone("ACCEPTED", e, at, rows);
            case ArchiveAccepted e -> milestone("ARCHIVED", e, at, rows);
            case ProjectClosed e -> milestone("CLOSED", e, at, rows);
            case ProjectFrozen e -> milestone("FROZEN", e, at, rows);
            case ProjectUnfrozen e -> milestone("UNFROZEN", e, at, rows);
            case TargetSet _ -> {}
        }
    }

    private static void amount(
            String fact,
            WorksEvent event,
            Money amount,
            Recorded<? extends LedgerEvent> at,
            Rows rows) {
        rows.add(
                WORKS,
                at,
                event.fund(),
                fact,
                event.project(),
                amount.minorUnits(),
                BigDecimal.ZERO);
    }

    private static void milestone(
            String fact, WorksEvent event, Recorded<? extends LedgerEvent> at, Rows rows) {
        rows.add(WORKS, at, event.fund(), fact, event.project(), 0, BigDecimal.ZERO);
    }
}
