package org.aidledger.projections.writing;

import static java.util.stream.Collectors.joining;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundId;

/** Rows on their way into the tables: collected event by event, stored table by table. */
public final class Rows {

    private final Map<ReadTable, TableRows> tables = new LinkedHashMap<>();

    /** The rows of one table, column by column, each value as text. */
    private static final class TableRows {
        final List<List<String>> columns;
        long lastPosition = Long.MIN_VALUE;
        int nextLine;

        TableRows(ReadTable table) {
            columns = table.columns().stream().<List<String>>map(_ -> new ArrayList<>()).toList();
        }

        int lineFor(long position) {
            nextLine = position == lastPosition ? nextLine + 1 : 0;
            lastPosition = position;
            return nextLine;
        }
    }

    /** Adds a row; its lines are counted from 0 within the event. */
    public void add(
            ReadTable table, Recorded<? extends LedgerEvent> event, FundId fund, Object... values) {
        TableRows rows = tables.computeIfAbsent(table, TableRows::new);
        List<Object> row = new ArrayList<>();
        row.add(event.position());
        row.add(rows.lineFor(event.position()));
        row.add(fund);
        row.add(event.event().voucher().effective());
        row.add(event.recorded());
        row.addAll(List.of(values));
        if (row.size() != rows.columns.size()) {
            throw new IllegalArgumentException(
                    "%s takes %d values, not %d"
                            .formatted(table.name(), rows.columns.size(), row.size()));
        }
        for (int i = 0; i < row.size(); i++) {
            rows.columns.get(i).add(row.get(i).toString());
        }
    }

    /** Stores all rows in the tables of a schema and forgets them. */
    public void store(Connection connection, String schema) throws SQLException {
        for (Map.Entry<ReadTable, TableRows> entry : tables.entrySet()) {
            store(connection, schema, entry.getKey(), entry.getValue().columns);
        }
        tables.clear();
    }

    private static void store(
            Connection connection, String schema, ReadTable table, List<List<String>> columns)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(insertInto(schema, table))) {
            List<Array> arrays = new ArrayList<>();
            for (List<String> values : columns) {
                Array array = connection.createArrayOf("text", values.toArray());
                arrays.add(array);
                insert.setArray(arrays.size(), array);
            }
            insert.executeUpdate();
            for (Array array : arrays) {
                array.free();
            }
        }
    }

    private static String insertInto(String schema, ReadTable table) {
        List<ReadTable.Column> columns = table.columns();
        return "insert into %s.%s (%s) select %s from unnest(%s) as given(%s)"
                .formatted(
                        schema,
                        table.name(),
                        columns.stream().map(ReadTable.Column::name).collect(joining(", ")),
                        columns.stream().map(Rows::cast).collect(joining(", ")),
                        columns.stream().map(_ -> "?").collect(joining(", ")),
                        columns.stream().map(ReadTable.Column::name).collect(joining(", ")));
    }

    private static String cast(ReadTable.Column column) {
        return column.type().equals("text[]")
                ? "string_to_array(" + column.name() + ", ' ')"
                : column.name() + "::" + column.type();
    }

    /** How many rows wait, over all tables. */
    public int size() {
        return tables.values().stream()
                .flatMapToInt(t -> IntStream.of(t.columns.getFirst().size()))
                .sum();
    }
}
