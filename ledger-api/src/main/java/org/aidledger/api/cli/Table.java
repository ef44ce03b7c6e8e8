package org.aidledger.api.cli;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows under headings, aligned for a person to read. */
final class Table {

    /** How the texts of a column stand. */
    enum Align {
        LEFT,
        RIGHT
    }

    /**
     * @param title its heading
     */
    record Column(String title, Align align) {
        static Column text(String title) {
            return new Column(title, Align.LEFT);
        }

        static Column number(String title) {
            return new Column(title, Align.RIGHT);
        }
    }

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    Table(Column... columns) {
        this.columns = List.of(columns);
    }

    Table(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    Table row(String... cells) {
        return row(List.of(cells));
    }

    Table row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells in " + columns.size());
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /** A line across, before the sums. */
    Table rule() {
        rows.add(List.of());
        return this;
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        List<String> lines = new ArrayList<>();
        lines.add(line(columns.stream().map(Column::title).toList(), widths));
        lines.add(across(widths));
        for (List<String> row : rows) {
            lines.add(row.isEmpty() ? across(widths) : line(row, widths));
        }
        return String.join("\n", lines) + "\n";
    }

    private int width(int column) {
        int cells =
                rows.stream()
                        .filter(row -> !row.isEmpty())
                        .mapToInt(row -> TextWidth.of(row.get(column)))
                        .max()
                        .orElse(0);
        return Math.max(TextWidth.of(columns.get(column).title()), cells);
    }

    private String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i ->
                        TextWidth.padded(
                                cells.get(i), widths[i], columns.get(i).align() == Align.RIGHT))
                .collect(joining(GAP))
                .stripTrailing();
    }

    private static String across(int[] widths) {
        return IntStream.of(widths).mapToObj("-"::repeat).collect(joining(GAP));
    }
}
