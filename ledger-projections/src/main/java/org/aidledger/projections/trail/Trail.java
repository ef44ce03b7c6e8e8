package org.aidledger.projections.trail;

import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;
import org.aidledger.projections.reading.Reads;

/** Reads the audit trail of a fund, its findings included. */
public final class Trail {

    private final Reads reads;

    public Trail(Reads reads) {
        this.reads = reads;
    }

    /** Entries in the order in which the ledger learned of them; none if the fund is unknown. */
    public Page<TrailEntry> of(
            FundId fund, AsOf asOf, TrailFilter filter, Cursor after, int limit) {
        return reads.ask(_ -> {
            throw new UnsupportedOperationException("not yet");
        });
    }
}
