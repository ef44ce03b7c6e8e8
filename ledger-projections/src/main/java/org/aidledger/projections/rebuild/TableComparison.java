package org.aidledger.projections.rebuild;

import java.util.List;
import java.util.Optional;

/**
 * One read table, live and rebuilt.
 *
 * @param liveRows how many rows the live table has
 * @param liveDigest digest of their content, whatever their order
 * @param differences the first rows that differ, in order of position
 */
public record TableComparison(
        String table,
        long liveRows,
        long rebuiltRows,
        String liveDigest,
        String rebuiltDigest,
        List<RowDifference> differences) {

    public TableComparison {
        differences = List.copyOf(differences);
    }

    /** Whether both hold the same rows. */
    public boolean same() {
        return liveRows == rebuiltRows && liveDigest.equals(rebuiltDigest);
    }

    /**
     * A row that is not the same in both.
     *
     * @param position position of the event it comes from
     * @param line place among the event's rows
     * @param live its text in the live table; empty if it is not there
     * @param rebuilt its text as rebuilt; empty if it is not there
     */
    public record RowDifference(
            long position, int line, Optional<String> live, Optional<String> rebuilt) {}
}
