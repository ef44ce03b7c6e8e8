package org.aidledger.projections.replay;

import java.util.List;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;

/**
 * A fund recomputed from its events alone, beside what the read side says.
 *
 * @param events how many events of the fund and its findings were read
 * @param replayed the figures from the events
 * @param differences figures in which the two differ; none if the read side is right
 */
public record ReplayReport(
        FundId fund,
        AsOf asOf,
        long events,
        FundFigures replayed,
        List<FigureDifference> differences) {

    public ReplayReport {
        differences = List.copyOf(differences);
    }

    /** Whether the read side says the same as the events. */
    public boolean same() {
        return differences.isEmpty();
    }

    /**
     * One figure in which the two differ.
     *
     * @param figure its name, such as {@code received} or {@code projects[P-1].paid}
     * @param replayed from the events
     * @param read from the read side
     */
    public record FigureDifference(String figure, String replayed, String read) {}
}
