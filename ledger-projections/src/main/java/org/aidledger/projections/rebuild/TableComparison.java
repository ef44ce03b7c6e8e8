package org.aidledger.projections.rebuild;

import java.util.List;
import java.util.Optional;

/**
 * One read table, live and rebuilt.
 *
 * @param liveRows how many rows the live table has
 * @param liveDigest digest of their content, whatever their order
 * @param funds the funds whose rows differ
 * @param differences the first rows that differ, in order of position
 */
public record TableComparison(
        String table,
        long liveRows,
        long rebuiltRows,
        String liveDigest,
        String rebuiltDigest,
        List<String> funds,
        List<RowDifference> differences) {

    public TableComparison {
        funds = List.copyOf(funds);
        differences = List.copyOf(differences);
    }

    /** Whether both hold the same rows, fund by fund. */
    public boolean same() {
        return funds.isEmpty();
    }

    /**
     * A row that is not the same in both.
     *
     * @param position position of the event that brought it
     * @param key what tells it from other rows
     * @param live its text in the live table; empty if it is not there
     * @param rebuilt its text as rebuilt; empty if it is not there
     */
    public record RowDifference(
            long position, String key, Optional<String> live, Optional<String> rebuilt) {}
}
