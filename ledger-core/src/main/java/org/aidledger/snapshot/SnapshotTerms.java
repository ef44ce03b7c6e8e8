package org.aidledger.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.Indicator;

/**
 * What a snapshot is of. The same terms give the same figures for ever.
 *
 * @param asOf the cut-off date
 * @param knownAt the recorded instant up to which the ledger's knowledge counts
 * @param funds in the order of their ids
 * @param rankedBy the indicator that ranks them
 */
public record SnapshotTerms(
        SnapshotKind kind,
        LocalDate asOf,
        Instant knownAt,
        List<FundId> funds,
        Indicator.Code rankedBy) {

    public SnapshotTerms {
        funds = List.copyOf(funds);
    }

    /** The dates with figures, in order; the last one is the cut-off date. */
    public List<LocalDate> dates() {
        return kind.dates(asOf);
    }
}
