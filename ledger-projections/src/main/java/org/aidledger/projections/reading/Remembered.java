package org.aidledger.projections.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aidledger.fund.FundId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Small rows of funds that are only ever added within a generation of the read tables: those read
 * once are remembered, and each question asks for new ones alone. A question may be given rows that
 * are younger than what it sees; it must not conclude anything from a row being there.
 */
public final class Remembered<T> {

    /**
     * A row, or, without a value, that there are no new ones.
     *
     * @param generation the tables it is in: the number of the table of the position, on which a
     *     question holds a lock
     * @param place where it stands among the fund's rows; new ones stand behind
     */
    public record Row<T>(FundId fund, long generation, long place, Optional<T> value) {}

    private record Known<T>(long generation, long place, List<T> values) {}

    private final String sql;
    private final RowMapper<Row<T>> mapper;
    private final Map<FundId, Known<T>> known = new ConcurrentHashMap<>();

    /**
     * @param sql answers at least one row for each of {@code :funds}, with the rows behind each of
     *     {@code :places}, fund by fund in the order of places
     */
    public Remembered(String sql, RowMapper<Row<T>> mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    /** All rows of the funds that a question sees, and perhaps some more. */
    public Map<FundId, List<T>> of(JdbcClient jdbc, Collection<FundId> funds) {
        Map<FundId, Known<T>> before = new HashMap<>();
        for (FundId fund : funds) {
            before.put(fund, known.getOrDefault(fund, new Known<>(-1, -1, List.of())));
        }
        List<Row<T>> rows = read(jdbc, before);
        if (rows.stream().anyMatch(row -> isStale(row, before))) {
            before.replaceAll((_, _) -> new Known<>(-1, -1, List.of()));
            rows = read(jdbc, before);
        }
        remember(rows, before);
        Map<FundId, List<T>> values = new HashMap<>();
        before.forEach((fund, k) -> values.put(fund, k.values()));
        return values;
    }

    private boolean isStale(Row<T> row, Map<FundId, Known<T>> before) {
        Known<T> fund = before.get(row.fund());
        return fund != null && fund.place() >= 0 && fund.generation() != row.generation();
    }

    private List<Row<T>> read(JdbcClient jdbc, Map<FundId, Known<T>> before) {
        List<String> funds = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        before.forEach((fund, k) -> {
            funds.add(fund.value());
            places.add(k.place());
        });
        return jdbc.sql(sql)
                .param("funds", funds.toArray(String[]::new))
                .param("places", places.toArray(Long[]::new))
                .query(mapper)
                .list();
    }

    /** Adds new rows to those known, here and for later questions. */
    private void remember(List<Row<T>> rows, Map<FundId, Known<T>> before) {
        Map<FundId, List<Row<T>>> more = new HashMap<>();
        for (Row<T> row : rows) {
            if (row.value().isPresent()) {
                more.computeIfAbsent(row.fund(), _ -> new ArrayList<>()).add(row);
            }
        }
        more.forEach((fund, added) -> {
            Known<T> now =
                    before.merge(
                            fund,
                            known(added),
                            (old, added2) -> {
                                List<T> all = new ArrayList<>(old.values());
                                all.addAll(added2.values());
                                return new Known<>(
                                        added2.generation(), added2.place(), List.copyOf(all));
                            });
            known.put(fund, now);
        });
    }

    private static <T> Known<T> known(List<Row<T>> rows) {
        Row<T> last = rows.getLast();
        return new Known<>(
                last.generation(),
                last.place(),
                rows.stream().flatMap(r -> r.value().stream()).toList());
    }
}
