package org.aidledger.projections.rebuild;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.aidledger.projections.rebuild.TableComparison.RowDifference;
import org.aidledger.projections.table.ReadTable;
import org.aidledger.projections.writing.ReadModel;

/** Compares the two generations by digests, stretch by stretch of positions. */
final class Comparison {

    private static final int FIRST_DIFFERENCES = 5;

    private final Map<ReadTable, Digests> live = new ConcurrentHashMap<>();
    private final Map<ReadTable, Digests> rebuilt = new ConcurrentHashMap<>();

    /** Takes in a table's rows after one position and up to another, in one of the generations. */
    void take(Connection connection, String schema, ReadTable table, long after, long upTo)
            throws SQLException {
        Digests digests = Digests.read(connection, schema, table, after, upTo);
        Map<ReadTable, Digests> side = schema.equals(ReadModel.LIVE) ? live : rebuilt;
        side.merge(table, digests, Digests::plus);
    }

    /** Each table's outcome, with the first rows that differ. */
    List<TableComparison> result(Connection connection, List<ReadTable> tables)
            throws SQLException {
        List<TableComparison> result = new ArrayList<>();
        for (ReadTable table : tables) {
            Digests left = live.getOrDefault(table, Digests.NONE);
            Digests right = rebuilt.getOrDefault(table, Digests.NONE);
            TreeSet<String> funds = new TreeSet<>(left.byFund().keySet());
            funds.addAll(right.byFund().keySet());
            funds.removeIf(f -> left.of(f).equals(right.of(f)));
            result.add(
                    new TableComparison(
                            table.name(),
                            left.total().rows(),
                            right.total().rows(),
                            left.total().hex(),
                            right.total().hex(),
                            List.copyOf(funds),
                            funds.isEmpty() ? List.of() : differences(connection, table, funds)));
        }
        return result;
    }

    private static List<RowDifference> differences(
            Connection connection, ReadTable table, Set<String> funds) throws SQLException {
        String sql =
                """
                select coalesce(l.position, n.position) as position,
                       concat_ws(' ', %s) as key,
                       left(l::text, 2000) as live,
                       left(n::text, 2000) as rebuilt
                from (select * from %s.%s where fund = any(?)) l
                full join (select * from %s.%s where fund = any(?)) n on %s
                where l::text is distinct from n::text
                order by 1, 2
                limit %d
                """
                        .formatted(
                                columns(table, "coalesce(l.%1$s, n.%1$s)", ", "),
                                ReadModel.LIVE,
                                table.name(),
                                Generation.NEXT,
                                table.name(),
                                columns(table, "l.%1$s = n.%1$s", " and "),
                                FIRST_DIFFERENCES);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", funds.toArray()));
            statement.setArray(2, connection.createArrayOf("text", funds.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                List<RowDifference> differences = new ArrayList<>();
                while (row.next()) {
                    differences.add(
                            new RowDifference(
                                    row.getLong("position"),
                                    row.getString("key"),
                                    Optional.ofNullable(row.getString("live")),
                                    Optional.ofNullable(row.getString("rebuilt"))));
                }
                return differences;
            }
        }
    }

    private static String columns(ReadTable table, String form, String between) {
        return table.key().stream()
                .flatMap(column -> Stream.of(form.formatted(column)))
                .collect(joining(between));
    }
}
