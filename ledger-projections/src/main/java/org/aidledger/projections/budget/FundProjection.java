package org.aidledger.projections.budget;

import java.util.List;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.GovernanceEvent.PolicySet;
import org.aidledger.fund.MoneyEvent.OtherFlowRecorded;
import org.aidledger.projections.writing.Projection;
import org.aidledger.projections.writing.ReadTable;
import org.aidledger.projections.writing.Rows;

/** Writes what belongs to the fund as a whole: its opening, its policy, flows beside the books. */
public final class FundProjection implements Projection {

    private static final ReadTable FUND =
            ReadTable.of(
                    "fund",
                    "name text",
                    "donor text",
                    "recipient text",
                    "fiscal_year int",
                    "mode text",
                    "currency text",
                    "scale int");
    private static final ReadTable POLICY = ReadTable.of("policy", "item text", "value numeric");
    private static final ReadTable FLOW =
            ReadTable.of("flow", "project text", "flow text", "amount bigint");

    @Override
    public List<ReadTable> tables() {
        return List.of(FUND, POLICY, FLOW);
    }

    @Override
    public void on(FundEvent event, Recorded<? extends LedgerEvent> at, Rows rows) {
        if (event instanceof FundOpened e) {
            rows.add(
                    FUND,
                    at,
                    e.fund(),
                    e.name(),
                    e.donor(),
                    e.recipient(),
                    e.fiscalYear(),
                    e.mode(),
                    e.denomination().currency(),
                    e.denomination().scale());
        }
        if (event instanceof PolicySet e) {
            rows.add(POLICY, at, e.fund(), e.item(), e.value());
        }
        if (event instanceof OtherFlowRecorded e) {
            rows.add(FLOW, at, e.fund(), e.project(), e.flow(), e.amount().minorUnits());
        }
    }
}
