package org.aidledger.projections.rebuild;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.projections.rebuild.TableComparison.RowDifference;
import org.aidledger.projections.writing.ReadModel;
import org.aidledger.projections.writing.ReadTable;

/**
 * Compares the two generations by digests. A table's digest is the sum, modulo 2<sup>128</sup>, of
 * the MD5 of each row's text: it does not depend on the order of rows, and grows position by
 * position.
 */
final class Comparison {

    private static final BigDecimal MODULUS = BigDecimal.TWO.pow(128);
    private static final int FIRST_DIFFERENCES = 5;

    private final List<ReadTable> tables;
    private final Map<ReadTable, Digest> live = new HashMap<>();
    private final Map<ReadTable, Digest> rebuilt = new HashMap<>();
    private long reached = Long.MIN_VALUE;

    /** Rows and the sum of their MD5s. */
    private record Digest(long rows, BigDecimal sum) {
        static final Digest EMPTY = new Digest(0, BigDecimal.ZERO);

        Digest plus(Digest other) {
            return new Digest(rows + other.rows, sum.add(other.sum));
        }

        String hex() {
            return "%032x".formatted(sum.remainder(MODULUS).toBigIntegerExact());
        }
    }

    Comparison(List<ReadTable> tables) {
        this.tables = tables;
    }

    /** Takes in the rows up to a position, after those taken in before. */
    void extendTo(long position, Connection connection) throws SQLException {
        for (ReadTable table : tables) {
            live.merge(
                    table,
                    digest(connection, ReadModel.LIVE, table, reached, position),
                    Digest::plus);
            rebuilt.merge(
                    table,
                    digest(connection, Generation.NEXT, table, reached, position),
                    Digest::plus);
        }
        reached = position;
    }

    private static Digest digest(
            Connection connection, String schema, ReadTable table, long after, long upTo)
            throws SQLException {
        String sql =
                """
                with hashed as (
                    select ('x' || md5(t::text))::bit(128) as hash
                    from %s.%s t
                    where position > ? and position <= ?
                )
                select count(*) as rows,
                       coalesce(sum(
                           substring(hash from 1 for 32)::bit(32)::bigint
                               * 79228162514264337593543950336
                           + substring(hash from 33 for 32)::bit(32)::bigint
                               * 18446744073709551616
                           + substring(hash from 65 for 32)::bit(32)::bigint * 4294967296::numeric
                           + substring(hash from 97 for 32)::bit(32)::bigint), 0) as sum
                from hashed
                """
                        .formatted(schema, table.name());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Digest(row.getLong("rows"), row.getBigDecimal("sum"));
            }
        }
    }

    /** Each table's outcome, with the first rows that differ. */
    List<TableComparison> result(Connection connection) throws SQLException {
        List<TableComparison> result = new ArrayList<>();
        for (ReadTable table : tables) {
            Digest left = live.getOrDefault(table, Digest.EMPTY);
            Digest right = rebuilt.getOrDefault(table, Digest.EMPTY);
            result.add(
                    new TableComparison(
                            table.name(),
                            left.rows(),
                            right.rows(),
                            left.hex(),
                            right.hex(),
                            left.equals(right) ? List.of() : differences(connection, table)));
        }
        return result;
    }

    private static List<RowDifference> differences(Connection connection, ReadTable table)
            throws SQLException {
        String sql =
                """
                select coalesce(l.position, n.position) as position,
                       coalesce(l.line, n.line) as line,
                       l::text as live,
                       n::text as rebuilt
                from %s.%s l
                full join %s.%s n on n.position = l.position and n.line = l.line
                where l::text is distinct from n::text
                order by 1, 2
                limit %d
                """
                        .formatted(
                                ReadModel.LIVE,
                                table.name(),
                                Generation.NEXT,
                                table.name(),
                                FIRST_DIFFERENCES);
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            List<RowDifference> differences = new ArrayList<>();
            while (row.next()) {
                differences.add(
                        new RowDifference(
                                row.getLong("position"),
                                row.getInt("line"),
                                Optional.ofNullable(row.getString("live")),
                                Optional.ofNullable(row.getString("rebuilt"))));
            }
            return differences;
        }
    }
}
