package org.aidledger.projections.writing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table of facts. Each row begins with the place of its event, {@code position} and {@code line}
 * (its key), {@code fund}, {@code effective} and {@code recorded}; columns of its own follow.
 *
 * @param name without its schema
 * @param columns all of them, in the order of values
 */
public record ReadTable(String name, List<Column> columns) {

    /**
     * A column and its type in PostgreSQL.
     *
     * @param type to which the value's text is cast; {@code text[]} takes texts joined by spaces
     */
    public record Column(String name, String type) {}

    private static final List<String> HEADER =
            List.of(
                    "position bigint",
                    "line int",
                    "fund text",
                    "effective date",
                    "recorded timestamptz");

    public ReadTable {
        columns = List.copyOf(columns);
    }

    /**
     * A table by its own columns.
     *
     * @param columns each as {@code "name type"}
     */
    public static ReadTable of(String name, String... columns) {
        return new ReadTable(
                name,
                Stream.concat(HEADER.stream(), Arrays.stream(columns))
                        .map(c -> c.split(" ", 2))
                        .map(c -> new Column(c[0], c[1]))
                        .toList());
    }
}
