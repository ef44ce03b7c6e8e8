package org.aidledger.projections.budget;

import java.util.List;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.GovernanceEvent.PolicySet;
import org.aidledger.fund.MoneyEvent.OtherFlowRecorded;
import org.aidledger.projections.table.ReadTable;
import org.aidledger.projections.tally.Fact;
import org.aidledger.projections.tally.Measure;
import org.aidledger.projections.tally.Subject;
import org.aidledger.projections.writing.Imprint;
import org.aidledger.projections.writing.Projection;

/** Writes what belongs to the fund as a whole: its opening, its policy, flows beside the books. */
public final class FundProjection implements Projection {

    private static final ReadTable FUND =
            ReadTable.ofFacts(
                    "fund",
                    "name text",
                    "donor text",
                    "recipient text",
                    "organisation text",
                    "fiscal_year int",
                    "mode text",
                    "currency text",
                    "scale int");

    @Override
    public List<ReadTable> tables() {
        return List.of(FUND);
    }

    @Override
    public void on(FundEvent event, Imprint imprint) {
        if (event instanceof FundOpened e) {
            imprint.row(
                    FUND,
                    e.name(),
                    e.donor(),
                    e.recipient(),
                    e.organisation().path(),
                    e.fiscalYear(),
                    e.mode(),
                    e.denomination().currency(),
                    e.denomination().scale());
        }
        if (event instanceof PolicySet e) {
            imprint.fact(
                    Fact.statement(
                            new Subject(Subject.Kind.POLICY, e.item().name()),
                            Measure.SETTLED,
                            e.value().toString()));
        }
        if (event instanceof OtherFlowRecorded e) {
            imprint.fact(
                    Fact.sum(
                            new Subject(Subject.Kind.FLOW, e.flow()),
                            Measure.FLOWED,
                            e.amount().minorUnits()));
        }
    }
}
