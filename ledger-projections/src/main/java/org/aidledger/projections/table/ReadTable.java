package org.aidledger.projections.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A table of the read side. Every row has a {@code fund} and the {@code position} of the event that
 * brought it.
 *
 * @param name without its schema
 * @param key columns that tell a row from all others, in the order of its index
 * @param columns all of them, in the order of values
 */
public record ReadTable(String name, List<String> key, List<Column> columns) {

    /** A column. */
    public record Column(String name, Type type) {}

    /** What a column holds; the type's name in PostgreSQL is the same in small letters. */
    public enum Type {
        TEXT,
        /** Given as a list. */
        TEXTS,
        INT,
        BIGINT,
        BOOLEAN,
        DATE,
        TIMESTAMPTZ,
        BYTEA
    }

    /** What every table of facts begins with: the place of its event, and the two dates. */
    private static final List<String> FACT =
            List.of(
                    "position bigint",
                    "line int",
                    "fund text",
                    "effective date",
                    "recorded timestamptz");

    public ReadTable {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    /**
     * A table of facts by its own columns; its key is fund, position and line.
     *
     * @param columns each as {@code "name type"}
     */
    public static ReadTable ofFacts(String name, String... columns) {
        return of(
                name,
                List.of("fund", "position", "line"),
                Stream.concat(FACT.stream(), Arrays.stream(columns)).toArray(String[]::new));
    }

    /**
     * A table by all its columns.
     *
     * @param columns each as {@code "name type"}
     */
    public static ReadTable of(String name, List<String> key, String... columns) {
        return new ReadTable(name, key, Arrays.stream(columns).map(ReadTable::column).toList());
    }

    private static Column column(String text) {
        String[] parts = text.split(" ", 2);
        return new Column(parts[0], Type.valueOf(parts[1].toUpperCase(Locale.ROOT)));
    }
}
