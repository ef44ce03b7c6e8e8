package org.aidledger.projections.rebuild;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.projections.table.ReadTable;

/**
 * Digests of a table's rows, fund by fund: how many there are, and the sum of the 64-bit hashes
 * that the database computes of them. A sum does not depend on the order of rows and grows position
 * by position; the hash costs a fraction of a microsecond a row.
 */
record Digests(Map<String, Digest> byFund) {

    static final Digests NONE = new Digests(Map.of());

    private static final BigInteger MODULUS = BigInteger.TWO.pow(64);

    /** Rows and the sum of their hashes. */
    record Digest(long rows, BigInteger sum) {
        static final Digest NONE = new Digest(0, BigInteger.ZERO);

        Digest plus(Digest other) {
            return new Digest(rows + other.rows, sum.add(other.sum));
        }

        String hex() {
            return "%016x".formatted(sum.mod(MODULUS));
        }
    }

    /** Those of the rows after one position and up to another. */
    static Digests read(
            Connection connection, String schema, ReadTable table, long after, long upTo)
            throws SQLException {
        String sql =
                """
                select fund, count(*) as rows, sum(hash_record_extended(t, 0)) as sum
                from %s.%s t
                where position > ? and position <= ?
                group by fund
                """
                        .formatted(schema, table.name());
        Map<String, Digest> byFund = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    byFund.put(
                            row.getString("fund"),
                            new Digest(
                                    row.getLong("rows"),
                                    row.getBigDecimal("sum").toBigIntegerExact()));
                }
            }
        }
        return new Digests(byFund);
    }

    /** Those of both sets of rows together. */
    Digests plus(Digests other) {
        Map<String, Digest> sums = new TreeMap<>(byFund);
        other.byFund.forEach((fund, digest) -> sums.merge(fund, digest, Digest::plus));
        return new Digests(sums);
    }

    Digest of(String fund) {
        return byFund.getOrDefault(fund, Digest.NONE);
    }

    /** That of the whole table. */
    Digest total() {
        return byFund.values().stream().reduce(Digest.NONE, Digest::plus);
    }
}
