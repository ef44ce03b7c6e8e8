package org.aidledger.projections.trail;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.event.AsOf;
import org.aidledger.event.EventLog;
import org.aidledger.fund.FundId;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.snapshots.FundSnapshots;
import org.aidledger.projections.tally.Stretch;
import org.aidledger.projections.tally.Walk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Reads the audit trail of a fund: its own events, those of its findings and approvals, and those
 * of the snapshots that it is in.
 */
public final class Trail {

    /** A reversal is shown on the posting itself, not on breaches noted beside it. */
    private static final String ENTRIES =
            """
            select t.position,
                   coalesce(
                       (select min(r.posting_id)
                        from read.trail r
                        where r.fund = t.fund
                            and r.reverses = t.posting_id
                            and r.reverses <> ''
                            and t.event_type <> 'fund.breach-noted'
                            and r.effective <= :effective and r.recorded <= :known),
                       '') as reversed_by
            """;

    private static final String FILTERED =
            ENTRIES
                    + """
                    from unnest(:starts, :ends) as s(start, finish)
                    join read.trail t on t.fund = :fund
                        and t.position >= s.start
                        and t.position <= s.finish
                    where t.effective <= :effective and t.recorded <= :known
                        and t.position > :after
                        and (:type = '' or t.event_type = :type)
                        and (:actor = '' or t.actor = :actor)
                        and (:posting = '' or t.posting_id = :posting)
                    order by t.position
                    limit :rows
                    """;

    /** Of one project, which an index finds; there are few events of nearly every one. */
    private static final String OF_PROJECT =
            """
            with mine as materialized (
                select position
                from read.trail
                where projects @> array[:project]::text[] and fund = :fund and position > :after)
            """
                    + ENTRIES
                    + """
                    from mine
                    join read.trail t on t.fund = :fund and t.position = mine.position
                    where t.effective <= :effective and t.recorded <= :known
                        and (:type = '' or t.event_type = :type)
                        and (:actor = '' or t.actor = :actor)
                        and (:posting = '' or t.posting_id = :posting)
                    order by t.position
                    limit :rows
                    """;

    private static final String CHOSEN =
            ENTRIES
                    + """
                    from read.trail t
                    where t.fund = :fund and t.position = any(:positions)
                    order by t.position
                    """;

    /** What lies between on one of the two axes; much else lies there only if both differ. */
    private static final String BETWEEN =
            ENTRIES
                    + """
                    from (
                        select position
                        from read.trail
                        where fund = :fund and effective > :firstDay and effective <= :lastDay
                        union
                        select position
                        from read.trail
                        where fund = :fund and position >= :start and position <= :finish
                    ) as near
                    cross join lateral (
                        select e.*
                        from read.trail e
                        where e.fund = :fund and e.position = near.position
                        limit 1) as t
                    where (t.effective <= :effective and t.recorded <= :known)
                            <> (t.effective <= :otherEffective and t.recorded <= :otherKnown)
                    order by t.position
                    """;

    /**
     * How much lies between, and a page of it, in the order of {@code FundChanges}. What was
     * recorded by an instant ends at a position; so both strips of what lies between, by date and
     * by position, are found in indexes alone.
     */
    private static final String PAGE_BETWEEN =
            """
            with between_both as not materialized (
                select position, :laterDay as came
                from read.trail
                where fund = :fund and effective > :firstDay and effective <= :lastDay
                    and position <= :until
                union all
                select position, :laterKnown
                from (
                    select position, effective
                    from read.trail
                    where fund = :fund and position > :start and position <= :finish
                    offset 0) as learned
                where effective <= :firstDay)
            select whole.events, page.position, page.came
            from (select count(*) as events from between_both) as whole
            left join (
                select position, came, case when came then position else -1 - position end as place
                from between_both
                where case when came then position else -1 - position end > :after
                order by place
                limit :rows) as page on true
            order by page.place
            """;

    /** What was known at an instant ends here. */
    private static final String LAST_KNOWN =
            """
            select position
            from read.trail
            where fund = :fund and position <= :finish and recorded <= :known
            order by position desc
            limit 1
            """;

    private final Reads reads;
    private final EventLog log;
    private final FundSnapshots snapshots;

    public Trail(Reads reads, EventLog log) {
        this.reads = reads;
        this.snapshots = new FundSnapshots(reads);
        this.log = log;
    }

    /** Entries in the order in which the ledger learned of them; none if the fund is unknown. */
    public Page<TrailEntry> of(
            FundId fund, AsOf asOf, TrailFilter filter, Cursor after, int limit) {
        FoundEvents found =
                filter.project().isPresent()
                        ? ofProject(fund, asOf, filter, after, limit)
                        : ofFund(fund, asOf, filter, after, limit);
        return Page.of(found.entries(), limit, e -> new Cursor(e.position(), 0));
    }

    private FoundEvents ofProject(
            FundId fund, AsOf asOf, TrailFilter filter, Cursor after, int limit) {
        return reads.ask(
                Question.of(Right.TRAIL, fund, asOf),
                jdbc ->
                        found(
                                jdbc,
                                positions(
                                        Reads.at(jdbc, OF_PROJECT, fund, asOf)
                                                .params(parameters(filter, after))
                                                .param("rows", limit + 1)),
                                fund,
                                asOf));
    }

    private FoundEvents ofFund(
            FundId fund, AsOf asOf, TrailFilter filter, Cursor after, int limit) {
        return reads.ask(
                Question.of(Right.TRAIL, fund, asOf),
                jdbc -> {
                    List<FoundEvents.Found> own =
                            Walk.collect(
                                    jdbc,
                                    fund,
                                    asOf,
                                    after.position(),
                                    limit + 1,
                                    (stretches, most) ->
                                            positions(
                                                    Reads.at(jdbc, FILTERED, fund, asOf)
                                                            .params(parameters(filter, after))
                                                            .param("starts", Walk.starts(stretches))
                                                            .param("ends", Walk.ends(stretches))
                                                            .param("rows", most)));
                    List<Long> ofSnapshots =
                            snapshots.events(
                                    jdbc,
                                    fund,
                                    asOf,
                                    new FundSnapshots.Wanted(
                                            text(filter.type()),
                                            text(filter.actor()),
                                            text(filter.posting()),
                                            after.position(),
                                            limit + 1));
                    return found(jdbc, first(own, ofSnapshots, limit + 1), fund, asOf);
                });
    }

    /** The first of both together. */
    private static List<FoundEvents.Found> first(
            List<FoundEvents.Found> own, List<Long> ofSnapshots, int limit) {
        return Stream.concat(own.stream(), ofSnapshots.stream().map(FoundEvents.Found::unreversed))
                .sorted(Comparator.comparingLong(FoundEvents.Found::position))
                .limit(limit)
                .toList();
    }

    private static Map<String, Object> parameters(TrailFilter filter, Cursor after) {
        return Map.of(
                "after", after.position(),
                "project", text(filter.project()),
                "type", text(filter.type()),
                "actor", text(filter.actor()),
                "posting", text(filter.posting()));
    }

    /** The given events of a fund, or of snapshots that it is in. */
    public FoundEvents at(FundId fund, AsOf asOf, Collection<Long> positions) {
        return reads.ask(
                Question.of(Right.TRAIL, fund, asOf),
                jdbc -> {
                    List<FoundEvents.Found> own =
                            positions(
                                    Reads.at(jdbc, CHOSEN, fund, asOf)
                                            .param("positions", positions.toArray(Long[]::new)));
                    List<Long> ofSnapshots =
                            own.size() == positions.size()
                                    ? List.of()
                                    : snapshots.of(jdbc, fund, positions);
                    return found(jdbc, first(own, ofSnapshots, positions.size()), fund, asOf);
                });
    }

    /** The events that count at one of two points in time and not at the other. */
    public FoundEvents between(FundId fund, AsOf from, AsOf to) {
        boolean forward = !to.known().isBefore(from.known());
        boolean laterDay = !to.effective().isBefore(from.effective());
        return reads.ask(
                Question.of(Right.TRAIL, fund, to),
                jdbc -> {
                    Stretch recorded =
                            Stretch.recordedBetween(
                                    jdbc, fund, forward ? from : to, forward ? to : from);
                    StatementSpec statement =
                            Reads.at(jdbc, BETWEEN, fund, to)
                                    .param("otherEffective", from.effective())
                                    .param("otherKnown", Reads.known(from))
                                    .param("firstDay", (laterDay ? from : to).effective())
                                    .param("lastDay", (laterDay ? to : from).effective())
                                    .param("start", recorded.from())
                                    .param("finish", recorded.to());
                    return found(jdbc, positions(statement), fund, to);
                });
    }

    /**
     * Some of the events that count at one of two points in time and not at the other.
     *
     * @param all how many there are
     * @param some those that went, latest first, then those that came, in the order of recording
     * @param next where the ones behind these begin; empty if these are the last
     */
    public record Between(long all, List<Passing> some, Optional<Place> next) {

        public Between {
            some = List.copyOf(some);
        }
    }

    /**
     * An event that counts at one of the points only.
     *
     * @param came whether that is the second one
     */
    public record Passing(boolean came, TrailEntry entry) {

        private Place place() {
            return new Place(came ? entry.position() : -1 - entry.position());
        }
    }

    /**
     * Where an event stands among those between two points in time.
     *
     * @param number below zero for those that went
     */
    public record Place(long number) {

        /** Before all of them. */
        public static final Place START = new Place(Long.MIN_VALUE);
    }

    /** How many events lie between two points in time, and so many of them from a place on. */
    public Between pageBetween(FundId fund, AsOf from, AsOf to, Place after, int limit) {
        record Row(long events, Optional<Long> position, boolean came) {}
        boolean laterDay = to.effective().isAfter(from.effective());
        List<Row> rows =
                reads.ask(
                        Question.of(Right.TRAIL, fund, to),
                        jdbc -> {
                            long one = lastKnown(jdbc, fund, from);
                            long other = lastKnown(jdbc, fund, to);
                            return jdbc.sql(PAGE_BETWEEN)
                                    .param("fund", fund.value())
                                    .param("firstDay", (laterDay ? from : to).effective())
                                    .param("lastDay", (laterDay ? to : from).effective())
                                    .param("until", laterDay ? other : one)
                                    .param("laterDay", laterDay)
                                    .param("start", Math.min(one, other))
                                    .param("finish", Math.max(one, other))
                                    .param("laterKnown", other > one)
                                    .param("after", after.number())
                                    .param("rows", limit + 1)
                                    .query((row, _) ->
                                            new Row(
                                                    row.getLong("events"),
                                                    Optional.ofNullable(
                                                            row.getObject("position", Long.class)),
                                                    row.getBoolean("came")))
                                    .list();
                        });
        List<Row> shown =
                rows.stream().filter(row -> row.position().isPresent()).limit(limit).toList();
        Map<Long, TrailEntry> entries =
                at(fund, to, shown.stream().map(row -> row.position().orElseThrow()).toList())
                        .entries()
                        .stream()
                        .collect(Collectors.toMap(TrailEntry::position, e -> e));
        List<Passing> some =
                shown.stream()
                        .map(row ->
                                new Passing(
                                        row.came(),
                                        Objects.requireNonNull(
                                                entries.get(row.position().orElseThrow()))))
                        .toList();
        return new Between(
                rows.getFirst().events(),
                some,
                rows.size() > limit ? Optional.of(some.getLast().place()) : Optional.empty());
    }

    private static long lastKnown(JdbcClient jdbc, FundId fund, AsOf at) {
        return Reads.at(jdbc, LAST_KNOWN, fund, at)
                .param("finish", Stretch.recordedBetween(jdbc, fund, at, at).to())
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    private static List<FoundEvents.Found> positions(StatementSpec statement) {
        return statement
                .query((row, _) ->
                        new FoundEvents.Found(
                                row.getLong("position"),
                                Optional.of(row.getString("reversed_by"))
                                        .filter(r -> !r.isEmpty())))
                .list();
    }

    private FoundEvents found(
            JdbcClient jdbc, List<FoundEvents.Found> found, FundId fund, AsOf asOf) {
        return new FoundEvents(log, found, Batches.of(jdbc, fund, asOf));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
