package org.aidledger.projections.trail;

import java.util.Collection;
import java.util.List;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;
import org.aidledger.projections.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads the audit trail of a fund, its findings included. */
public final class Trail {

    /** A reversal is shown on the posting itself, not on breaches noted beside it. */
    private static final String ENTRIES =
            """
            select t.position, t.event_id, t.stream, t.sequence, t.posting_id, t.event_type,
                   t.effective, t.recorded, t.actor, t.approved_by, t.documents, t.note,
                   t.projects, t.amount, t.reverses, t.basis, t.finding, t.summary, t.detail,
                   coalesce(
                       (select min(r.posting_id)
                        from read.trail r
                        where r.fund = t.fund
                            and r.reverses = t.posting_id
                            and r.reverses <> ''
                            and t.event_type <> 'fund.breach-noted'
                            and r.effective <= :effective and r.recorded <= :known),
                       '') as reversed_by
            from read.trail t
            where t.fund = :fund
            """;

    private static final String FILTERED =
            ENTRIES
                    + """
                        and t.effective <= :effective and t.recorded <= :known
                        and t.position > :after
                        and (:project = '' or :project = any(t.projects))
                        and (:type = '' or t.event_type = :type)
                        and (:actor = '' or t.actor = :actor)
                        and (:posting = '' or t.posting_id = :posting)
                    order by t.position
                    limit :rows
                    """;

    private static final String CHOSEN =
            ENTRIES + " and t.position = any(:positions) order by t.position";

    private static final String BETWEEN =
            ENTRIES
                    + """
                        and (t.effective <= :effective and t.recorded <= :known)
                            <> (t.effective <= :otherEffective and t.recorded <= :otherKnown)
                    order by t.position
                    """;

    private final Reads reads;

    public Trail(Reads reads) {
        this.reads = reads;
    }

    /** Entries in the order in which the ledger learned of them; none if the fund is unknown. */
    public Page<TrailEntry> of(
            FundId fund, AsOf asOf, TrailFilter filter, Cursor after, int limit) {
        List<TrailEntry> rows =
                reads.ask(jdbc ->
                        entries(
                                jdbc,
                                Reads.at(jdbc, FILTERED, fund, asOf)
                                        .param("after", after.position())
                                        .param("project", text(filter.project()))
                                        .param("type", text(filter.type()))
                                        .param("actor", text(filter.actor()))
                                        .param("posting", text(filter.posting()))
                                        .param("rows", limit + 1),
                                fund,
                                asOf));
        return Page.of(rows, limit, e -> new Cursor(e.position(), 0));
    }

    /** The entries of the given events of a fund, in order. */
    public List<TrailEntry> at(FundId fund, AsOf asOf, Collection<Long> positions) {
        return reads.ask(jdbc ->
                entries(
                        jdbc,
                        Reads.at(jdbc, CHOSEN, fund, asOf)
                                .param("positions", positions.toArray(Long[]::new)),
                        fund,
                        asOf));
    }

    /** The entries that count at one of two points in time and not at the other, in order. */
    public List<TrailEntry> between(FundId fund, AsOf from, AsOf to) {
        return reads.ask(jdbc ->
                entries(
                        jdbc,
                        Reads.at(jdbc, BETWEEN, fund, to)
                                .param("otherEffective", from.effective())
                                .param("otherKnown", Reads.known(from)),
                        fund,
                        to));
    }

    private static List<TrailEntry> entries(
            JdbcClient jdbc, StatementSpec statement, FundId fund, AsOf asOf) {
        Batches batches = Batches.of(jdbc, fund, asOf);
        return statement.query((row, _) -> TrailRow.read(row, batches)).list();
    }

    private static String text(java.util.Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
