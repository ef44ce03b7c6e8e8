package org.aidledger.projections.life;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.event.AsOf;
import org.aidledger.finding.FindingId;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Organisation;
import org.aidledger.projections.life.Life.Day;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.snapshots.FundSnapshots;
import org.aidledger.projections.tally.Stretch;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads when things happened. */
public final class Lives {

    private static final String DAYS =
            """
            select effective, (recorded at time zone 'UTC')::date as recorded_on,
                   count(*)::int as events, max(position) as position
            from read.trail
            where fund = :fund and position > :after
            group by 1, 2
            """;

    private static final String FUNDS =
            "select distinct fund, organisation from read.fund order by fund";

    private static final String LEARNED =
            """
            select count(*)
            from read.trail
            where fund = :fund and position >= :start and position <= :finish
                and effective <= :effective and recorded > :known
            """;

    private static final String LAST =
            """
            select position
            from read.trail
            where fund = :fund and position <= :finish and recorded <= :known
            order by position desc
            limit 1
            """;

    private static final String PREVIOUS =
            """
            select position
            from read.trail
            where fund = :fund and position < :position
                and effective <= :effective and recorded <= :known
            order by position desc
            limit 1
            """;

    private static final String NEXT =
            """
            select position
            from read.trail
            where fund = :fund and position > :position
                and effective <= :effective and recorded <= :known
            order by position
            limit 1
            """;

    private static final String HAPPENED_FROM =
            """
            select position
            from read.trail
            where fund = :fund and effective >= :from
                and effective <= :effective and recorded <= :known
            order by effective, position
            limit 1
            """;

    private static final String RECORDED_FROM =
            """
            select position
            from read.trail
            where fund = :fund and recorded >= :from
                and effective <= :effective and recorded <= :known
            order by recorded, position
            limit 1
            """;

    private static final String RAISED =
            """
            select min(position)
            from read.finding
            where fund = :fund and finding = :finding
                and effective <= :effective and recorded <= :known
            having count(*) > 0
            """;

    /** Later than anything that is recorded. */
    private static final java.time.Instant EVER = java.time.Instant.parse("9999-12-31T00:00:00Z");

    private record Known(long position, Map<Pair, Integer> events, Life life) {

        static final Known NOTHING = new Known(-1, Map.of(), Life.NONE);

        static Known of(long position, Map<Pair, Integer> events) {
            List<Day> days = new ArrayList<>(events.size());
            events.forEach((pair, n) -> days.add(new Day(pair.effective(), pair.recorded(), n)));
            return new Known(position, events, new Life(days));
        }
    }

    private record Pair(LocalDate effective, LocalDate recorded) {}

    private record Row(Pair pair, int events, long position) {}

    private final Reads reads;
    private final FundSnapshots snapshots;
    private final Map<FundId, Known> known = new ConcurrentHashMap<>();

    public Lives(Reads reads) {
        this.reads = reads;
        this.snapshots = new FundSnapshots(reads);
    }

    /**
     * All days of a fund, whatever the point in time.
     *
     * @param asOf the point in time of the page on which this stands, as whose question it counts
     */
    public Life of(FundId fund, AsOf asOf) {
        return reads.ask(Question.of(Right.FIGURES, fund, asOf), jdbc -> read(jdbc, fund));
    }

    /** All days of all funds that whoever asks may see. */
    public Life ofAll(AsOf asOf) {
        return reads.ask(
                Question.ofAll(Right.FIGURES, asOf),
                jdbc ->
                        seen(jdbc).stream()
                                .map(fund -> read(jdbc, fund))
                                .reduce(Life.NONE, Life::plus));
    }

    private List<FundId> seen(JdbcClient jdbc) {
        record Opened(FundId fund, Organisation organisation) {}
        return jdbc
                .sql(FUNDS)
                .query((row, _) ->
                        new Opened(
                                new FundId(row.getString("fund")),
                                new Organisation(row.getString("organisation"))))
                .list()
                .stream()
                .filter(f -> reads.sees(f.fund(), f.organisation()))
                .map(Opened::fund)
                .toList();
    }

    private Life read(JdbcClient jdbc, FundId fund) {
        Known before = known.getOrDefault(fund, Known.NOTHING);
        List<Row> rows =
                jdbc.sql(DAYS)
                        .param("fund", fund.value())
                        .param("after", before.position())
                        .query((row, _) ->
                                new Row(
                                        new Pair(
                                                row.getObject("effective", LocalDate.class),
                                                row.getObject("recorded_on", LocalDate.class)),
                                        row.getInt("events"),
                                        row.getLong("position")))
                        .list();
        Known now = before;
        if (!rows.isEmpty()) {
            Map<Pair, Integer> events = new HashMap<>(before.events());
            rows.forEach(row -> events.merge(row.pair(), row.events(), Integer::sum));
            now = Known.of(rows.stream().mapToLong(Row::position).max().orElseThrow(), events);
            known.put(fund, now);
        }
        return now.life();
    }

    /**
     * How a point in time looks from now.
     *
     * @param lastPosition position of the fund's last event that was known then; -1 for none
     * @param learnedSince events that happened by the business date and became known only later
     */
    public record Hindsight(long lastPosition, long learnedSince) {}

    /** What of a fund was known at a point in time, and how much was not yet. */
    public Hindsight hindsight(FundId fund, AsOf asOf) {
        return reads.ask(
                Question.of(Right.FIGURES, fund, asOf),
                jdbc -> {
                    Stretch later =
                            Stretch.recordedBetween(
                                    jdbc, fund, asOf, new AsOf(asOf.effective(), EVER));
                    Stretch until = Stretch.recordedBetween(jdbc, fund, asOf, asOf);
                    long last =
                            Reads.at(jdbc, LAST, fund, asOf)
                                    .param("finish", until.to())
                                    .query(Long.class)
                                    .optional()
                                    .orElse(-1L);
                    long learned =
                            Reads.at(jdbc, LEARNED, fund, asOf)
                                    .param("start", later.from())
                                    .param("finish", later.to())
                                    .query(Long.class)
                                    .single();
                    return new Hindsight(last, learned);
                });
    }

    /**
     * The events next to one, of those that count at a point in time.
     *
     * @param previous position of the one before; empty for the first
     * @param next position of the one behind; empty for the last
     */
    public record Neighbours(Optional<Long> previous, Optional<Long> next) {}

    /**
     * What was recorded right before and right after an event of a fund, or of a snapshot that it
     * is in.
     */
    public Neighbours beside(FundId fund, AsOf asOf, long position) {
        return reads.ask(
                Question.of(Right.FIGURES, fund, asOf),
                jdbc -> {
                    List<Long> others =
                            snapshots.events(jdbc, fund, asOf, FundSnapshots.Wanted.ALL);
                    return new Neighbours(
                            Stream.concat(
                                            beside(jdbc, PREVIOUS, fund, asOf, position).stream(),
                                            others.stream().filter(p -> p < position))
                                    .max(Comparator.naturalOrder()),
                            Stream.concat(
                                            beside(jdbc, NEXT, fund, asOf, position).stream(),
                                            others.stream().filter(p -> p > position))
                                    .min(Comparator.naturalOrder()));
                });
    }

    /**
     * Where to begin going through a fund event by event: the first of those that count at a point
     * in time.
     */
    public Optional<Long> first(FundId fund, AsOf asOf) {
        return beside(fund, asOf, -1).next();
    }

    /** The event that is dated first from a business date on. */
    public Optional<Long> happenedFrom(FundId fund, AsOf asOf, LocalDate date) {
        return reads.ask(
                Question.of(Right.FIGURES, fund, asOf),
                jdbc ->
                        Reads.at(jdbc, HAPPENED_FROM, fund, asOf)
                                .param("from", date)
                                .query(Long.class)
                                .optional());
    }

    /** The event that was recorded first from a day on, in UTC. */
    public Optional<Long> recordedFrom(FundId fund, AsOf asOf, LocalDate day) {
        return reads.ask(
                Question.of(Right.FIGURES, fund, asOf),
                jdbc ->
                        Reads.at(jdbc, RECORDED_FROM, fund, asOf)
                                .param("from", day.atStartOfDay().atOffset(ZoneOffset.UTC))
                                .query(Long.class)
                                .optional());
    }

    /** The event with which a finding was raised. */
    public Optional<Long> raised(FundId fund, AsOf asOf, FindingId finding) {
        return reads.ask(
                Question.of(Right.FINDINGS, fund, asOf),
                jdbc ->
                        Reads.at(jdbc, RAISED, fund, asOf)
                                .param("finding", finding.value())
                                .query(Long.class)
                                .optional());
    }

    private static Optional<Long> beside(
            JdbcClient jdbc, String sql, FundId fund, AsOf asOf, long position) {
        return Reads.at(jdbc, sql, fund, asOf)
                .param("position", position)
                .query(Long.class)
                .optional();
    }
}
