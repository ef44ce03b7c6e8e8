package org.aidledger.api.pages.bulletins;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a bulletin: a table under a heading, the same in print and as a spreadsheet.
 *
 * @param note a line beneath the heading, or empty
 * @param rows each with a value for every column, or none at all
 */
record Section(String heading, String note, List<Column> columns, List<List<Value>> rows) {

    Section {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A row as it is printed.
     *
     * @param span how many rows the first value stands for: 0 where a row above says it
     */
    record Line(List<Value> values, int span) {}

    /** The rows, saying once what several that follow each other begin with. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            boolean repeats = i > 0 && isOne(rows.get(i - 1), rows.get(i));
            lines.add(new Line(rows.get(i), repeats ? 0 : alike(i)));
        }
        return lines;
    }

    private int alike(int from) {
        int end = from + 1;
        while (end < rows.size() && isOne(rows.get(from), rows.get(end))) {
            end++;
        }
        return end - from;
    }

    private boolean isOne(List<Value> above, List<Value> below) {
        return !columns.getFirst().figures() && above.getFirst().equals(below.getFirst());
    }

    /** A column; figures stand at its right edge. */
    record Column(String name, boolean figures) {}

    /**
     * What stands in a cell.
     *
     * @param text as the reader writes it
     * @param exact the figure itself, in major units, percent or points
     * @param small what it is made of, or empty
     * @param warns whether it needs a person
     */
    record Value(String text, Optional<BigDecimal> exact, String small, boolean warns) {

        static Value of(String text) {
            return new Value(text, Optional.empty(), "", false);
        }

        static Value of(String text, BigDecimal exact) {
            return new Value(text, Optional.of(exact), "", false);
        }

        Value madeOf(String more) {
            return new Value(text, exact, more, warns);
        }

        Value warning(boolean needsSomebody) {
            return new Value(text, exact, small, needsSomebody);
        }

        /** The figure as the API writes it. */
        public String plain() {
            return exact.map(BigDecimal::toPlainString).orElse("");
        }
    }
}
