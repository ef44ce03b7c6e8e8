package org.aidledger.projections.writing;

import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundId;
import org.aidledger.projections.table.ReadTable;
import org.aidledger.projections.table.Rows;
import org.aidledger.projections.tally.Fact;
import org.aidledger.projections.tally.Facts;

/** What one event leaves in the read tables. */
public final class Imprint {

    private final Recorded<? extends LedgerEvent> event;
    private final FundId fund;
    private final Rows rows;
    private final Facts facts;

    Imprint(Recorded<? extends LedgerEvent> event, FundId fund, Rows rows, Facts facts) {
        this.event = event;
        this.fund = fund;
        this.rows = rows;
        this.facts = facts;
    }

    /** The event as stored. */
    public Recorded<? extends LedgerEvent> event() {
        return event;
    }

    /** A row of a table of facts. */
    public void row(ReadTable table, Object... values) {
        rows.addFact(table, event, fund, values);
    }

    /** A row by all its values. */
    public void whole(ReadTable table, Object... values) {
        rows.add(table, values);
    }

    /** A fact of the two-axis index. */
    public void fact(Fact fact) {
        facts.add(fact);
    }
}
