package org.aidledger.projections.tally;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.fund.FundId;

/** Blocks as they are in the tables of a schema. */
final class StoredBlocks {

    private final Connection connection;
    private final String schema;

    StoredBlocks(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /**
     * Blocks that follow each other, with their facts; what comes before each page is left out.
     *
     * @param level 1 for leaves
     * @param from number of the first one
     * @param to number behind the last one
     */
    List<Block> blocks(FundId fund, int level, long from, long to) throws SQLException {
        if (from == to) {
            return List.of();
        }
        List<Block> blocks = level == 1 ? leaves(fund, from, to) : pages(fund, level, from, to);
        if (blocks.size() != to - from) {
            throw new IllegalStateException(
                    "fund %s lacks blocks %d to %d of level %d; rebuild the read tables"
                            .formatted(fund, from, to, level));
        }
        return blocks;
    }

    private List<Block> leaves(FundId fund, long from, long to) throws SQLException {
        String sql =
                """
                select facts
                from %s.tally_leaf
                where fund = ? and number >= ? and number < ?
                order by number
                """
                        .formatted(schema);
        List<Block> leaves = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, fund.value());
            statement.setLong(2, from);
            statement.setLong(3, to);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    leaves.add(Block.ofLeaf(row.getBytes("facts")));
                }
            }
        }
        return leaves;
    }

    private List<Block> pages(FundId fund, int level, long from, long to) throws SQLException {
        String sql =
                """
                select number, chunk, day, facts
                from %s.tally_page
                where fund = ? and level = ? and number >= ? and number < ?
                order by number, chunk, day
                """
                        .formatted(schema);
        Map<Long, List<Page>> pages = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, fund.value());
            statement.setInt(2, level);
            statement.setLong(3, from);
            statement.setLong(4, to);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    pages.computeIfAbsent(row.getLong("number"), _ -> new ArrayList<>())
                            .add(
                                    new Page(
                                            row.getInt("chunk"),
                                            (int)
                                                    row.getObject("day", LocalDate.class)
                                                            .toEpochDay(),
                                            new byte[0],
                                            row.getBytes("facts")));
                }
            }
        }
        return pages.values().stream().map(Block::of).toList();
    }
}
