package org.aidledger.projections.tally;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.projections.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A stretch of positions in which a fund has an event that counts by a date, as far as known at an
 * instant. Lists of events go from stretch to stretch, and never through all that was dated or
 * recorded later.
 *
 * @param from its first position
 * @param to its last position
 */
public record Stretch(long from, long to) {

    /** The leaves with a day that counts, up to the one in which the instant lies. */
    private static final String FOLLOWING =
            """
            with known as (
                select h.fund, h.leaves, h.first_position, h.first_day, h.tail_facts,
                       coalesce(
                           (select l.number + 1
                            from read.tally_leaf l
                            where l.fund = h.fund and l.recorded <= :known
                            order by l.recorded desc, l.number desc
                            limit 1),
                           0) as whole
                from read.tally_head h
                where h.fund = :fund
            )
            (select l.number, l.first_position, l.position
             from known k
             join read.tally_leaf l on l.fund = k.fund and l.number <= k.whole
             where l.position > :after and l.first_day <= :effective
             order by l.position
             limit :leaves)
            union all
            select k.leaves, k.first_position, 9223372036854775807
            from known k
            where k.whole = k.leaves and k.tail_facts > 0 and k.first_day <= :effective
            order by 1
            """;

    private record Leaf(long number, Stretch stretch) {}

    /**
     * The first stretches with positions after one; neighbours are one stretch. None if nothing
     * follows that counts.
     *
     * @param leaves how many leaves of the index they span at most
     */
    public static List<Stretch> following(
            JdbcClient jdbc, FundId fund, AsOf asOf, long after, int leaves) {
        List<Leaf> found =
                Reads.at(jdbc, FOLLOWING, fund, asOf)
                        .param("after", after)
                        .param("leaves", leaves)
                        .query((row, _) ->
                                new Leaf(
                                        row.getLong(1),
                                        new Stretch(row.getLong(2), row.getLong(3))))
                        .list();
        List<Stretch> stretches = new ArrayList<>();
        long next = Long.MIN_VALUE;
        // One more than asked for is what lies behind the last leaf, perhaps far behind.
        for (Leaf leaf : found.subList(0, Math.min(leaves, found.size()))) {
            if (leaf.number() == next) {
                long from = stretches.removeLast().from();
                stretches.add(new Stretch(from, leaf.stretch().to()));
            } else {
                stretches.add(leaf.stretch());
            }
            next = leaf.number() + 1;
        }
        return stretches;
    }

    /**
     * The positions among which all events lie that were recorded after one instant and up to
     * another.
     */
    public static Stretch recordedBetween(JdbcClient jdbc, FundId fund, AsOf earlier, AsOf later) {
        return jdbc.sql(
                        """
                        select coalesce(
                                   (select first_position
                                    from read.tally_leaf
                                    where fund = :fund and recorded > :earlier
                                    order by recorded, number
                                    limit 1),
                                   (select first_position
                                    from read.tally_head
                                    where fund = :fund),
                                   0),
                               coalesce(
                                   (select position
                                    from read.tally_leaf
                                    where fund = :fund and recorded > :later
                                    order by recorded, number
                                    limit 1),
                                   9223372036854775807)
                        """)
                .param("fund", fund.value())
                .param("earlier", Reads.known(earlier))
                .param("later", Reads.known(later))
                .query((row, _) -> new Stretch(row.getLong(1), row.getLong(2)))
                .single();
    }
}
