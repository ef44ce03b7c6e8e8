package org.aidledger.api.cli;

import static java.util.stream.Collectors.joining;

import tools.jackson.databind.JsonNode;

/**
 * A column of the table that shows an answer's items.
 *
 * @param name its name in the answer, with dots for what lies deeper
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

    /** The item's text in this column; empty where it has none. */
    String cell(JsonNode item) {
        String text = text(item.at("/" + name.replace('.', '/')));
        return switch (kind) {
            case TEXT, NUMBER -> text;
            case AMOUNT -> Amounts.grouped(text);
            case TIME -> text.replaceAll("\\.\\d+Z$", "Z");
        };
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(joining(", "))
                : value.asString("");
    }
}
