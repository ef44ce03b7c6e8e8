package org.aidledger.projections.tally;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.aidledger.fund.FundId;

/** Reads and writes the heads of many funds with one statement each. */
final class Heads {

    private Heads() {}

    /** The heads of funds; of those that have none yet, new ones. */
    static Map<FundId, Head> load(Connection connection, String schema, Collection<FundId> funds)
            throws SQLException {
        Map<FundId, Head> heads = new HashMap<>();
        funds.forEach(f -> heads.put(f, new Head(f)));
        String sql =
                """
                select fund, position, subjects, leaves, recorded, first_position, first_day,
                       tail_facts, tail
                from %s.tally_head
                where fund = any(?)
                """
                        .formatted(schema);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Object[] ids = funds.stream().map(FundId::value).toArray();
            statement.setArray(1, connection.createArrayOf("text", ids));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Head head = read(row);
                    heads.put(head.fund, head);
                }
            }
        }
        return heads;
    }

    private static Head read(ResultSet row) throws SQLException {
        Head head = new Head(new FundId(row.getString("fund")));
        head.position = row.getLong("position");
        head.subjects = row.getInt("subjects");
        head.leaves = row.getLong("leaves");
        head.recordedMicros =
                Micros.of(row.getObject("recorded", OffsetDateTime.class).toInstant());
        head.firstPosition = row.getLong("first_position");
        head.firstDay = (int) row.getObject("first_day", LocalDate.class).toEpochDay();
        head.tailFacts = row.getInt("tail_facts");
        head.tail.bytes(row.getBytes("tail"));
        return head;
    }

    static void store(Connection connection, String schema, Collection<Head> heads)
            throws SQLException {
        List<Head> all = List.copyOf(heads);
        String sql =
                """
                insert into %s.tally_head (
                    fund, position, subjects, leaves, recorded, first_position, first_day,
                    tail_facts, tail)
                select *
                from unnest(
                    ?::text[], ?::bigint[], ?::int[], ?::bigint[], ?::timestamptz[], ?::bigint[],
                    ?::date[], ?::int[], ?::bytea[])
                on conflict (fund) do update set
                    position = excluded.position,
                    subjects = excluded.subjects,
                    leaves = excluded.leaves,
                    recorded = excluded.recorded,
                    first_position = excluded.first_position,
                    first_day = excluded.first_day,
                    tail_facts = excluded.tail_facts,
                    tail = excluded.tail
                """
                        .formatted(schema);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(connection, "text", all, h -> h.fund.value()));
            statement.setArray(2, array(connection, "bigint", all, h -> h.position));
            statement.setArray(3, array(connection, "int", all, h -> h.subjects));
            statement.setArray(4, array(connection, "bigint", all, h -> h.leaves));
            statement.setArray(5, array(connection, "text", all, Heads::recorded));
            statement.setArray(6, array(connection, "bigint", all, h -> h.firstPosition));
            statement.setArray(7, array(connection, "text", all, Heads::firstDay));
            statement.setArray(8, array(connection, "int", all, h -> h.tailFacts));
            byte[][] tails = all.stream().map(h -> h.tail.toBytes()).toArray(byte[][]::new);
            statement.setArray(9, connection.createArrayOf("bytea", tails));
            statement.executeUpdate();
        }
    }

    private static String recorded(Head head) {
        return Micros.instant(head.recordedMicros).atOffset(ZoneOffset.UTC).toString();
    }

    private static String firstDay(Head head) {
        return LocalDate.ofEpochDay(head.firstDay).toString();
    }

    private static Array array(
            Connection connection, String type, List<Head> heads, Function<Head, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, heads.stream().map(value).toArray());
    }
}
