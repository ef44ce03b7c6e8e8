package org.aidledger.projections.budget;

import java.util.List;
import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.reading.Reads;

/** Reads funds' figures at any point in time. */
public final class Budgets {

    private final Reads reads;

    public Budgets(Reads reads) {
        this.reads = reads;
    }

    /** The figures of one fund; empty if it was not open, or not known, by then. */
    public Optional<FundFigures> of(FundId fund, AsOf asOf) {
        return reads.ask(_ -> {
            throw new UnsupportedOperationException("not yet");
        });
    }

    /** The figures of every fund that was open and known by then, in the order of their ids. */
    public List<FundFigures> all(AsOf asOf) {
        return reads.ask(_ -> {
            throw new UnsupportedOperationException("not yet");
        });
    }
}
