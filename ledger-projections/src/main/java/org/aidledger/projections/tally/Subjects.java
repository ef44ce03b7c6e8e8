package org.aidledger.projections.tally;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.fund.FundId;
import org.aidledger.projections.table.Rows;

/** The numbers of the subjects that some facts are about. */
final class Subjects {

    private record Key(FundId fund, Subject subject) {}

    private final Map<Key, Integer> numbers = new HashMap<>();

    /** Those known so far. */
    static Subjects load(Connection connection, String schema, Facts facts) throws SQLException {
        Set<Key> asked = new LinkedHashSet<>();
        facts.byFund()
                .forEach((fund, events) ->
                        events.forEach(e ->
                                e.facts().forEach(f -> asked.add(new Key(fund, f.subject())))));
        List<String> funds = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Key key : asked) {
            funds.add(key.fund().value());
            kinds.add(key.subject().kind().name());
            names.add(key.subject().name());
        }
        Subjects subjects = new Subjects();
        String sql =
                """
                select s.fund, s.kind, s.name, s.number
                from unnest(?::text[], ?::text[], ?::text[]) as asked(fund, kind, name)
                join %s.tally_subject s on s.fund = asked.fund
                    and s.kind = asked.kind
                    and s.name = asked.name
                """
                        .formatted(schema);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", funds.toArray()));
            statement.setArray(2, connection.createArrayOf("text", kinds.toArray()));
            statement.setArray(3, connection.createArrayOf("text", names.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Subject subject =
                            new Subject(
                                    Subject.Kind.valueOf(row.getString("kind")),
                                    row.getString("name"));
                    subjects.numbers.put(
                            new Key(new FundId(row.getString("fund")), subject),
                            row.getInt("number"));
                }
            }
        }
        return subjects;
    }

    /** The number of a subject; a new one if the fund's events never named it before. */
    int number(Head head, Subject subject, long position, Rows rows) {
        return numbers.computeIfAbsent(
                new Key(head.fund, subject),
                _ -> {
                    int number = head.subjects++;
                    rows.add(
                            TallyTables.SUBJECT,
                            head.fund,
                            position,
                            number,
                            subject.kind(),
                            subject.name());
                    return number;
                });
    }
}
