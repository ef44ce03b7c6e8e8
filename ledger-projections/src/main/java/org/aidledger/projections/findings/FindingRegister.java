package org.aidledger.projections.findings;

import java.util.List;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;
import org.aidledger.projections.reading.Reads;

/** Reads what was found and what became of it. */
public final class FindingRegister {

    private final Reads reads;

    public FindingRegister(Reads reads) {
        this.reads = reads;
    }

    /** Findings that people raised about a fund, in the order of raising. */
    public List<RegisteredFinding> findings(FundId fund, AsOf asOf) {
        return reads.ask(_ -> {
            throw new UnsupportedOperationException("not yet");
        });
    }

    /** Breaches that the ledger noted by itself, in order. */
    public Page<NotedBreach> breaches(FundId fund, AsOf asOf, Cursor after, int limit) {
        return reads.ask(_ -> {
            throw new UnsupportedOperationException("not yet");
        });
    }
}
