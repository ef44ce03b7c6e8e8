package org.aidledger.projections.table;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundId;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows of several tables: collected event by event, stored table by table. */
public final class Rows {

    private final Map<ReadTable, TableRows> tables = new LinkedHashMap<>();

    /** The rows of one table, written already. */
    private static final class TableRows {
        final CopyBuffer rows = new CopyBuffer();
        long count;
        long lastPosition = Long.MIN_VALUE;
        int nextLine;

        void clear() {
            rows.clear();
            count = 0;
        }

        int lineFor(long position) {
            nextLine = position == lastPosition ? nextLine + 1 : 0;
            lastPosition = position;
            return nextLine;
        }
    }

    /** Adds a row of a table of facts; its lines are counted from 0 within the event. */
    public void addFact(
            ReadTable table, Recorded<? extends LedgerEvent> event, FundId fund, Object... values) {
        TableRows rows = tables.computeIfAbsent(table, _ -> new TableRows());
        Object[] row = new Object[values.length + 5];
        row[0] = event.position();
        row[1] = rows.lineFor(event.position());
        row[2] = fund;
        row[3] = event.event().voucher().effective();
        row[4] = event.recorded();
        System.arraycopy(values, 0, row, 5, values.length);
        add(table, row);
    }

    /** Adds a row by all its values. */
    public void add(ReadTable table, Object... values) {
        if (values.length != table.columns().size()) {
            throw new IllegalArgumentException(
                    "%s takes %d values, not %d"
                            .formatted(table.name(), table.columns().size(), values.length));
        }
        TableRows rows = tables.computeIfAbsent(table, _ -> new TableRows());
        rows.rows.row(values.length);
        for (int i = 0; i < values.length; i++) {
            rows.rows.value(table.columns().get(i).type(), values[i]);
        }
        rows.count++;
    }

    /** Stores all rows in the tables of a schema and forgets them. */
    public void store(Connection connection, String schema) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        for (Map.Entry<ReadTable, TableRows> entry : tables.entrySet()) {
            if (entry.getValue().count == 0) {
                continue;
            }
            CopyIn copy = postgres.getCopyAPI().copyIn(copyInto(schema, entry.getKey()));
            try {
                entry.getValue().rows.sendTo(copy);
                long stored = copy.endCopy();
                if (stored != entry.getValue().count) {
                    throw new SQLException(
                            "%d rows of %d reached table %s"
                                    .formatted(
                                            stored, entry.getValue().count, entry.getKey().name()));
                }
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            entry.getValue().clear();
        }
    }

    private static String copyInto(String schema, ReadTable table) {
        return "copy %s.%s (%s) from stdin with (format binary)"
                .formatted(
                        schema,
                        table.name(),
                        table.columns().stream()
                                .map(ReadTable.Column::name)
                                .collect(joining(", ")));
    }
}
