package org.aidledger.projections.tally;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aidledger.fund.FundId;
import org.aidledger.projections.table.Rows;

/** The numbers of a fund's subjects, as far as facts were about them. */
final class Subjects {

    private record Key(FundId fund, Subject subject) {}

    private final Map<Subject, Integer> numbers = new HashMap<>();

    /** Whether the tables may know subjects that are not known here. */
    private final boolean partly;

    Subjects(Head head) {
        partly = head.subjects > 0;
    }

    /** Has those asked for that the tables know. */
    static void load(Connection connection, String schema, Facts facts, Map<FundId, Growth> growths)
            throws SQLException {
        Set<Key> asked = asked(facts, growths);
        if (asked.isEmpty()) {
            return;
        }
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
            Object[] funds = asked.stream().map(k -> k.fund().value()).toArray();
            Object[] kinds = asked.stream().map(k -> k.subject().kind().name()).toArray();
            Object[] names = asked.stream().map(k -> k.subject().name()).toArray();
            statement.setArray(1, connection.createArrayOf("text", funds));
            statement.setArray(2, connection.createArrayOf("text", kinds));
            statement.setArray(3, connection.createArrayOf("text", names));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Subject subject =
                            new Subject(
                                    Subject.Kind.valueOf(row.getString("kind")),
                                    row.getString("name"));
                    Objects.requireNonNull(growths.get(new FundId(row.getString("fund"))))
                            .subjects()
                            .numbers
                            .put(subject, row.getInt("number"));
                }
            }
        }
    }

    private static Set<Key> asked(Facts facts, Map<FundId, Growth> growths) {
        Set<Key> asked = new LinkedHashSet<>();
        facts.byFund()
                .forEach((fund, events) -> {
                    Subjects subjects = Objects.requireNonNull(growths.get(fund)).subjects();
                    if (subjects.partly) {
                        events.forEach(e ->
                                e.facts().stream()
                                        .map(Fact::subject)
                                        .filter(s -> !subjects.numbers.containsKey(s))
                                        .forEach(s -> asked.add(new Key(fund, s))));
                    }
                });
        return asked;
    }

    /** The number of a subject; a new one if the fund's events never named it before. */
    int number(Head head, Subject subject, long position, Rows rows) {
        Integer known = numbers.get(subject);
        if (known != null) {
            return known;
        }
        int number = head.subjects++;
        numbers.put(subject, number);
        rows.add(TallyTables.SUBJECT, head.fund, position, number, subject.kind(), subject.name());
        return number;
    }
}
