package org.aidledger.api.imports.sheet;

import java.util.Map;

/**
 * One row of a sheet.
 *
 * @param number as a spreadsheet shows it
 * @param cells what stands in each column, trimmed; empty cells are left out
 * @param faults why cells cannot be read, by column
 * @param overflow whether it has cells that stand under no heading
 */
public record Row(
        long number, Map<String, String> cells, Map<String, String> faults, boolean overflow) {

    /** Whether there is nothing in it. */
    public boolean isBlank() {
        return cells.isEmpty() && faults.isEmpty() && !overflow;
    }
}
