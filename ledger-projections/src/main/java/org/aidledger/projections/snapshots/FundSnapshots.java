package org.aidledger.projections.snapshots;

import java.util.Collection;
import java.util.List;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.projections.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds what happened to the snapshots that a fund is in: their freezing, signing and withdrawal.
 * Whoever does not see all funds of a snapshot finds none of it.
 */
public final class FundSnapshots {

    private static final String EVENTS =
            """
            select position
            from read.snapshot
            where funds @> array[:fund]::text[] and funds <@ cast(:seen as text[])
                and effective <= :effective and recorded <= :known
                and position > :after
                and (:type = '' or 'snapshot.' || lower(stage) = :type)
                and (:actor = '' or actor = :actor)
                and (:posting = '' or posting_id = :posting)
            order by position
            limit :rows
            """;

    private static final String CHOSEN =
            """
            select position
            from read.snapshot
            where position = any(:positions)
                and funds @> array[:fund]::text[] and funds <@ cast(:seen as text[])
            order by position
            """;

    private final Reads reads;

    public FundSnapshots(Reads reads) {
        this.reads = reads;
    }

    /**
     * Which events are wanted; what is empty does not restrict.
     *
     * @param type stored name of the event
     * @param after only those behind this position
     */
    public record Wanted(String type, String actor, String posting, long after, int limit) {

        /** All of them. */
        public static final Wanted ALL = new Wanted("", "", "", -1, Integer.MAX_VALUE);
    }

    /** Positions of the events that count at a point in time, in order. */
    public List<Long> events(JdbcClient jdbc, FundId fund, AsOf asOf, Wanted wanted) {
        return Reads.at(jdbc, EVENTS, fund, asOf)
                .param("seen", SeenFunds.of(reads, jdbc))
                .param("type", wanted.type())
                .param("actor", wanted.actor())
                .param("posting", wanted.posting())
                .param("after", wanted.after())
                .param("rows", wanted.limit())
                .query((row, _) -> row.getLong("position"))
                .list();
    }

    /** Those of some positions that are such events. */
    public List<Long> of(JdbcClient jdbc, FundId fund, Collection<Long> positions) {
        return jdbc.sql(CHOSEN)
                .param("fund", fund.value())
                .param("positions", positions.toArray(Long[]::new))
                .param("seen", SeenFunds.of(reads, jdbc))
                .query((row, _) -> row.getLong("position"))
                .list();
    }
}
