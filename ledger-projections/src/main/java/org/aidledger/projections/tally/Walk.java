package org.aidledger.projections.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Collects so many rows of a fund, stretch by stretch. */
public final class Walk {

    /** A page of a hundred is found in as many leaves, most often. */
    private static final int FIRST_LEAVES = 4;

    private static final int MOST_LEAVES = 256;

    private Walk() {}

    /**
     * The first rows.
     *
     * @param after begins behind this position
     * @param limit how many rows at most
     * @param rows reads those of some stretches, in order, so many at most
     */
    public static <T> List<T> collect(
            JdbcClient jdbc,
            FundId fund,
            AsOf asOf,
            long after,
            int limit,
            BiFunction<List<Stretch>, Integer, List<T>> rows) {
        List<T> collected = new ArrayList<>();
        long reached = after;
        int leaves = FIRST_LEAVES;
        while (collected.size() < limit) {
            List<Stretch> stretches = Stretch.following(jdbc, fund, asOf, reached, leaves);
            if (stretches.isEmpty()) {
                break;
            }
            collected.addAll(rows.apply(stretches, limit - collected.size()));
            reached = stretches.getLast().to();
            if (reached == Long.MAX_VALUE) {
                break;
            }
            leaves = Math.min(MOST_LEAVES, leaves * 2);
        }
        return collected;
    }

    /** Where the stretches begin, as a statement takes it. */
    public static Long[] starts(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::from).toArray(Long[]::new);
    }

    /** Where they end. */
    public static Long[] ends(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::to).toArray(Long[]::new);
    }
}
