package org.aidledger.api.imports.sheet;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;

/**
 * Finds the heading among the first rows, since people put titles over their tables, and hands on
 * the rows below it.
 */
public final class HeadedRows {

    /**
     * As many as a spreadsheet has; what stands further right is taken to stand in the next one.
     */
    public static final int MOST_COLUMNS = 16_384;

    /** Rows in which a heading is looked for. */
    private static final int MOST_TITLES = 10;

    private final SheetFormat.Reader reader;
    private Optional<Heading> heading = Optional.empty();
    private Optional<SortedMap<Integer, String>> first = Optional.empty();
    private int titles;

    public HeadedRows(SheetFormat.Reader reader) {
        this.reader = reader;
    }

    /**
     * The next row.
     *
     * @param number as a spreadsheet shows it
     * @param texts of its cells that are not blank, by where they stand, from 0
     * @param faults of those that cannot be read
     */
    public void row(
            long number, SortedMap<Integer, String> texts, SortedMap<Integer, String> faults) {
        if (heading.isPresent()) {
            Row row = heading.get().row(number, texts, faults);
            if (!row.isBlank()) {
                reader.row(row);
            }
        } else if (!texts.isEmpty()) {
            title(texts);
        }
    }

    private void title(SortedMap<Integer, String> texts) {
        if (Heading.isOne(texts)) {
            found(Heading.of(texts));
            return;
        }
        first = first.or(() -> Optional.of(new TreeMap<>(texts)));
        if (++titles == MOST_TITLES) {
            found(Heading.of(first.orElseThrow()));
        }
    }

    private void found(Heading found) {
        heading = Optional.of(found);
        reader.heading(found);
    }

    /**
     * There are no more rows.
     *
     * @param empty what to say if there was none at all
     * @throws FileRefused if there was no heading
     */
    public void end(String empty) {
        if (heading.isEmpty()) {
            found(Heading.of(first.orElseThrow(() -> new FileRefused(Code.EMPTY_FILE, empty))));
        }
    }
}
