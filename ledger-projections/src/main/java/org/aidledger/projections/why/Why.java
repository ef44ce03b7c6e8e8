package org.aidledger.projections.why;

import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.reading.Reads;

/** Explains figures. */
public final class Why {

    private final Reads reads;

    public Why(Reads reads) {
        this.reads = reads;
    }

    /**
     * The events behind a figure of a fund or of one of its projects; empty if the fund is unknown.
     *
     * @throws IllegalArgumentException if a project is named for a figure of the fund alone
     */
    public Optional<Explanation> of(
            FundId fund,
            Figure figure,
            Optional<ProjectId> project,
            AsOf asOf,
            Cursor after,
            int limit) {
        return reads.ask(_ -> {
            throw new UnsupportedOperationException("not yet");
        });
    }
}
