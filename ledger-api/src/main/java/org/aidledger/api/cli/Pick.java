package org.aidledger.api.cli;

/**
 * A column of an answer that the table shows.
 *
 * @param name its name in the answer
 * @param title what stands above it
 */
record Pick(String name, String title, Kind kind) {

    /** How its cells are shown. */
    enum Kind {
        TEXT,
        /** Thousands set apart. */
        AMOUNT,
        NUMBER,
        /** Dates and instants, the latter to the second. */
        TIME
    }

    static Pick text(String name, String title) {
        return new Pick(name, title, Kind.TEXT);
    }

    static Pick amount(String name, String title) {
        return new Pick(name, title, Kind.AMOUNT);
    }

    static Pick number(String name, String title) {
        return new Pick(name, title, Kind.NUMBER);
    }

    static Pick time(String name, String title) {
        return new Pick(name, title, Kind.TIME);
    }

    Table.Column column() {
        return switch (kind) {
            case TEXT, TIME -> Table.Column.text(title);
            case AMOUNT, NUMBER -> Table.Column.number(title);
        };
    }

    String shown(String cell) {
        return switch (kind) {
            case TEXT, NUMBER -> cell;
            case AMOUNT -> Amounts.grouped(cell);
            case TIME -> cell.replaceAll("\\.\\d+Z$", "Z");
        };
    }
}
