package org.aidledger.projections.tally;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.reading.Remembered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads the index: what the series of funds come to at a point in time, with few rows each. */
public final class Tallies {

    /**
     * The blocks that cover what was known at the instant, as few and large as there are, of each
     * the pages that answer for the date; the leaf in which the instant lies; and, if it lies
     * behind the last leaf, the facts there. Rows are found one by one, by their keys: a planner
     * that joins whole tables would have more to do with every event.
     */
    private static final String COVER =
            """
            with known as (
                select h.fund, h.tail, h.leaves, f.currency, f.scale, %s,
                       coalesce(
                           (select l.number + 1
                            from read.tally_leaf l
                            where l.fund = h.fund and l.recorded <= :known
                            order by l.recorded desc, l.number desc
                            limit 1),
                           0) as whole
                from read.tally_head h
                %s
                where h.fund = any(:funds)
            )
            select k.fund, k.currency, k.scale, k.subject, s.level, b.number, p.before, p.facts
            from known k
            cross join unnest(:levels, :spans, :nexts) as s(level, span, next)
            cross join lateral generate_series(
                k.whole / s.next * (s.next / s.span), k.whole / s.span - 1) as b(number)
            cross join lateral generate_series(k.first_chunk, k.last_chunk) as c(chunk)
            cross join lateral (
                select g.before, g.facts
                from read.tally_page g
                where g.fund = k.fund and g.level = s.level and g.number = b.number
                    and g.chunk = c.chunk and g.day <= :effective
                order by g.day desc
                limit 1) p
            union all
            select k.fund, k.currency, k.scale, k.subject, 1, l.number, ''::bytea, l.facts
            from known k
            cross join lateral generate_series(k.whole / :radix * :radix, k.whole) as n(number)
            cross join lateral (
                select e.number, e.facts
                from read.tally_leaf e
                where e.fund = k.fund and e.number = n.number
                limit 1) l
            union all
            select k.fund, k.currency, k.scale, k.subject, 1, k.leaves, ''::bytea, k.tail
            from known k
            where k.whole = k.leaves
            """;

    private static final String WHOLE_FUND =
            COVER.formatted(
                    "-1 as subject, 0 as first_chunk, (h.subjects - 1) / 64 as last_chunk",
                    """
                    join (
                        select distinct on (o.fund) o.fund, o.currency, o.scale
                        from read.fund o
                        where o.fund = any(:funds)
                        order by o.fund, o.position) f on f.fund = h.fund
                    """);

    private static final String ONE_SUBJECT =
            COVER.formatted(
                    "n.number as subject, n.number / 64 as first_chunk, n.number / 64 as last_chunk",
                    """
                    join read.tally_subject n on n.fund = h.fund
                        and n.kind = :kind
                        and n.name = :name
                    cross join lateral (
                        select o.currency, o.scale
                        from read.fund o
                        where o.fund = h.fund
                        order by o.position
                        limit 1) f
                    """);

    private final TallyShape shape;
    private final Remembered<Subject> subjects =
            new Remembered<>(
                    """
                    select a.fund, 'read.position'::regclass::oid::bigint as generation,
                           s.number, s.kind, s.name
                    from unnest(:funds, :places) as a(fund, place)
                    left join read.tally_subject s on s.fund = a.fund and s.number > a.place
                    order by s.fund, s.number
                    """,
                    Tallies::subject);

    public Tallies(TallyShape shape) {
        this.shape = shape;
    }

    /** The tally of each of the funds that has facts, known at the point in time or not. */
    public Map<FundId, FundTally> of(JdbcClient jdbc, Collection<FundId> funds, AsOf asOf) {
        return read(jdbc, funds, asOf).get();
    }

    /**
     * Reads what the tallies are made of. Making them takes no database, so that others can be read
     * meanwhile.
     */
    public Supplier<Map<FundId, FundTally>> read(
            JdbcClient jdbc, Collection<FundId> funds, AsOf asOf) {
        Map<FundId, List<Subject>> named = subjects.of(jdbc, funds);
        List<Part> parts = parts(Reads.at(jdbc, WHOLE_FUND, funds, asOf));
        return () -> {
            Map<FundId, FundTally> tallies = new HashMap<>();
            parts.stream()
                    .sorted(Part.BY_RECORDING)
                    .forEach(part ->
                            part.take(
                                    asOf,
                                    tallies.computeIfAbsent(part.fund, fund -> empty(part, named))
                                            ::add));
            return tallies;
        };
    }

    private static FundTally empty(Part part, Map<FundId, List<Subject>> named) {
        return new FundTally(part.denomination, Objects.requireNonNull(named.get(part.fund)));
    }

    /** The tally of one subject alone, whose number in it is 0; empty if no event ever named it. */
    public Optional<FundTally> of(JdbcClient jdbc, FundId fund, Subject subject, AsOf asOf) {
        List<Part> parts =
                parts(
                        Reads.at(jdbc, ONE_SUBJECT, List.of(fund), asOf)
                                .param("kind", subject.kind().name())
                                .param("name", subject.name()));
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        FundTally tally = new FundTally(parts.getFirst().denomination, List.of(subject));
        for (Part part : parts.stream().sorted(Part.BY_RECORDING).toList()) {
            int first = part.subject * Measure.LIMIT;
            part.take(
                    asOf,
                    (series, day, count, sum, statement) -> {
                        if (series >= first && series < first + Measure.LIMIT) {
                            tally.add(series - first, day, count, sum, statement);
                        }
                    });
        }
        return Optional.of(tally);
    }

    private static Remembered.Row<Subject> subject(ResultSet row, int number) throws SQLException {
        Optional<String> name = Optional.ofNullable(row.getString("name"));
        return new Remembered.Row<>(
                new FundId(row.getString("fund")),
                row.getLong("generation"),
                row.getLong("number"),
                name.isPresent()
                        ? Optional.of(
                                new Subject(
                                        Subject.Kind.valueOf(row.getString("kind")), name.get()))
                        : Optional.empty());
    }

    private List<Part> parts(StatementSpec statement) {
        int above = shape.levels() - 1;
        Integer[] levels = new Integer[above];
        Long[] spans = new Long[above];
        Long[] nexts = new Long[above];
        for (int i = 0; i < above; i++) {
            levels[i] = i + 2;
            spans[i] = shape.span(i + 2);
            nexts[i] = i + 1 == above ? Long.MAX_VALUE : shape.span(i + 3);
        }
        return statement
                .param("levels", levels)
                .param("spans", spans)
                .param("nexts", nexts)
                .param("radix", shape.radix())
                .query(Part::read)
                .list();
    }
}
