package org.aidledger.projections.journal;

import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;
import org.aidledger.projections.reading.Reads;

/** Reads the journal. */
public final class Journal {

    private final Reads reads;

    public Journal(Reads reads) {
        this.reads = reads;
    }

    /** Lines in the order in which the ledger learned of them; none if the fund is unknown. */
    public Page<JournalLine> lines(
            FundId fund, AsOf asOf, JournalFilter filter, Cursor after, int limit) {
        return reads.ask(_ -> {
            throw new UnsupportedOperationException("not yet");
        });
    }
}
