package org.aidledger.api.imports.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;

/**
 * The columns of a sheet and where they stand. Their names are those of the fields, the same in
 * Chinese, or both together as the template writes them.
 */
public final class Heading {

    private static final Set<String> REQUIRED =
            Set.of(RowBinding.COMMAND, RowBinding.FUND, RowBinding.EFFECTIVE);

    private static final int MOST_SHOWN = 60;

    /** Columns by where they stand, from 0; what a result has added is an empty text. */
    private final Map<Integer, String> columns;

    private final Map<String, Integer> places = new LinkedHashMap<>();

    private Heading(Map<Integer, String> columns) {
        this.columns = columns;
        columns.forEach((place, column) -> {
            if (!column.isEmpty()) {
                places.put(column, place);
            }
        });
    }

    /**
     * The heading of columns that are known to be right.
     *
     * @param columns by where they stand, from 0; an empty text for those that a result has added
     */
    public static Heading placed(Map<Integer, String> columns) {
        return new Heading(new LinkedHashMap<>(columns));
    }

    /** Its columns by where they stand, as {@link #placed(Map)} takes them. */
    public Map<Integer, String> placed() {
        return new LinkedHashMap<>(columns);
    }

    /** Whether a row has the columns that no sheet can do without. */
    public static boolean isOne(SortedMap<Integer, String> texts) {
        List<String> found = new ArrayList<>();
        texts.values().forEach(text -> SheetWords.column(text).ifPresent(found::add));
        return found.containsAll(REQUIRED);
    }

    /**
     * The heading that a row is.
     *
     * @param texts by where they stand, from 0
     * @throws FileRefused if it lacks a column, names one twice, or one that there is not
     */
    public static Heading of(SortedMap<Integer, String> texts) {
        Map<Integer, String> columns = new LinkedHashMap<>();
        texts.forEach((place, text) -> {
            if (SheetWords.isOfResult(text)) {
                columns.put(place, "");
                return;
            }
            String column = SheetWords.column(text).orElseThrow(() -> unknown(text, place));
            if (columns.containsValue(column)) {
                throw wrong(
                        "The column '%s' stands twice (again in %s)."
                                .formatted(column, letter(place)));
            }
            columns.put(place, column);
        });
        for (String column : REQUIRED) {
            if (!columns.containsValue(column)) {
                throw wrong("The column '%s' is missing.".formatted(SheetWords.heading(column)));
            }
        }
        return new Heading(columns);
    }

    private static FileRefused unknown(String text, int place) {
        String shown = text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
        return wrong(
                "There is no column '%s' (%s1); there are: %s."
                        .formatted(shown, letter(place), String.join(", ", RowBinding.columns())));
    }

    private static FileRefused wrong(String what) {
        return new FileRefused(Code.WRONG_COLUMNS, what + " Nothing was imported.");
    }

    /** Its columns, in their order. */
    public List<String> columns() {
        return List.copyOf(places.keySet());
    }

    /** Where a cell stands, such as {@code D7}; empty for columns that the sheet does not have. */
    public String cell(String column, long row) {
        return Optional.ofNullable(places.get(column)).map(p -> letter(p) + row).orElse("");
    }

    /** The column that stands at a place, if one does. */
    public Optional<String> column(int place) {
        return Optional.ofNullable(columns.get(place));
    }

    /**
     * A row under this heading.
     *
     * @param texts of its cells by where they stand, from 0
     * @param faults of those that cannot be read
     */
    public Row row(long number, Map<Integer, String> texts, Map<Integer, String> faults) {
        Map<String, String> cells = new LinkedHashMap<>();
        Map<String, String> wrong = new LinkedHashMap<>();
        boolean overflow = false;
        for (Map.Entry<Integer, String> text : texts.entrySet()) {
            String cell = text.getValue().strip();
            if (!cell.isEmpty()) {
                overflow |= put(cells, text.getKey(), cell);
            }
        }
        for (Map.Entry<Integer, String> fault : faults.entrySet()) {
            overflow |= put(wrong, fault.getKey(), fault.getValue());
        }
        return new Row(number, cells, wrong, overflow);
    }

    /** Whether there is no heading over it. */
    private boolean put(Map<String, String> into, int place, String text) {
        Optional<String> column = column(place);
        column.filter(c -> !c.isEmpty()).ifPresent(c -> into.put(c, text));
        return column.isEmpty();
    }

    /** The letters of a column, from 0. */
    public static String letter(int place) {
        StringBuilder letters = new StringBuilder();
        for (int left = place + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }
}
