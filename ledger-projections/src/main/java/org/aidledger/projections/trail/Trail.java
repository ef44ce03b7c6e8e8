package org.aidledger.projections.trail;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.event.AsOf;
import org.aidledger.event.EventLog;
import org.aidledger.fund.FundId;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.tally.Stretch;
import org.aidledger.projections.tally.Walk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads the audit trail of a fund, its findings included. */
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
                        and (:project = '' or :project = any(t.projects))
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

    private final Reads reads;
    private final EventLog log;

    public Trail(Reads reads, EventLog log) {
        this.reads = reads;
        this.log = log;
    }

    /** Entries in the order in which the ledger learned of them; none if the fund is unknown. */
    public Page<TrailEntry> of(
            FundId fund, AsOf asOf, TrailFilter filter, Cursor after, int limit) {
        FoundEvents found =
                reads.ask(
                        Question.of(Right.TRAIL, fund, asOf),
                        jdbc ->
                                found(
                                        jdbc,
                                        Walk.collect(
                                                jdbc,
                                                fund,
                                                asOf,
                                                after.position(),
                                                limit + 1,
                                                (stretches, most) ->
                                                        positions(
                                                                Reads.at(jdbc, FILTERED, fund, asOf)
                                                                        .params(
                                                                                parameters(
                                                                                        filter,
                                                                                        after))
                                                                        .param(
                                                                                "starts",
                                                                                Walk.starts(
                                                                                        stretches))
                                                                        .param(
                                                                                "ends",
                                                                                Walk.ends(
                                                                                        stretches))
                                                                        .param("rows", most))),
                                        fund,
                                        asOf));
        return Page.of(found.entries(), limit, e -> new Cursor(e.position(), 0));
    }

    private static Map<String, Object> parameters(TrailFilter filter, Cursor after) {
        return Map.of(
                "after", after.position(),
                "project", text(filter.project()),
                "type", text(filter.type()),
                "actor", text(filter.actor()),
                "posting", text(filter.posting()));
    }

    /** The given events of a fund. */
    public FoundEvents at(FundId fund, AsOf asOf, Collection<Long> positions) {
        return reads.ask(
                Question.of(Right.TRAIL, fund, asOf),
                jdbc ->
                        found(
                                jdbc,
                                positions(
                                        Reads.at(jdbc, CHOSEN, fund, asOf)
                                                .param(
                                                        "positions",
                                                        positions.toArray(Long[]::new))),
                                fund,
                                asOf));
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
