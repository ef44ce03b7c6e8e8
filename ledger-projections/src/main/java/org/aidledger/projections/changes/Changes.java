package org.aidledger.projections.changes;

import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.projections.reading.Reads;

/** Explains the difference between two points in time by events. */
public final class Changes {

    private final Reads reads;

    public Changes(Reads reads) {
        this.reads = reads;
    }

    /** The events between; empty if the fund is known at neither point. */
    public Optional<FundChanges> between(FundId fund, AsOf from, AsOf to) {
        return reads.ask(_ -> {
            throw new UnsupportedOperationException("not yet");
        });
    }
}
