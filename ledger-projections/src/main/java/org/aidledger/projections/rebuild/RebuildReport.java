package org.aidledger.projections.rebuild;

import java.time.Duration;
import java.util.List;

/**
 * What a rebuild found.
 *
 * @param position position up to which both were compared; -1 for an empty ledger
 * @param events how many events were read
 * @param replaced whether the rebuilt tables took the place of the live ones
 */
public record RebuildReport(
        long position, long events, List<TableComparison> tables, boolean replaced, Duration took) {

    public RebuildReport {
        tables = List.copyOf(tables);
    }

    /** Whether the live tables equal those rebuilt from the events. */
    public boolean same() {
        return tables.stream().allMatch(TableComparison::same);
    }
}
