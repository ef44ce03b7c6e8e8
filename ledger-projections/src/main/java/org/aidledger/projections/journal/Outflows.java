package org.aidledger.projections.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.aidledger.event.AsOf;
import org.aidledger.event.PostingId;
import org.aidledger.fund.FundId;
import org.aidledger.posting.Account.Kind;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.tally.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The postings that moved money out, each with what it moved. What was reversed later is among
 * them, as it was posted; a reversal is no such posting.
 */
public final class Outflows {

    private static final String ROWS =
            """
            select position, posting_id, projects, lines
            from read.trail
            where fund = :fund and effective <= :effective and recorded <= :known
                and event_type = any(:types)
            order by position
            """;

    private Outflows() {}

    /** One of them. */
    public record Outflow(long position, PostingId posting, long minorUnits) {}

    /** What went to projects' units or directly to payees. */
    public static List<Outflow> disbursements(JdbcClient jdbc, FundId fund, AsOf asOf) {
        return of(
                jdbc,
                fund,
                asOf,
                Set.of(Kind.HELD, Kind.PAID),
                "fund.funds-disbursed",
                "fund.funds-paid-directly");
    }

    /** What went to payees. */
    public static List<Outflow> payments(JdbcClient jdbc, FundId fund, AsOf asOf) {
        return of(
                jdbc, fund, asOf, Set.of(Kind.PAID), "fund.funds-paid", "fund.funds-paid-directly");
    }

    private static List<Outflow> of(
            JdbcClient jdbc, FundId fund, AsOf asOf, Set<Kind> accounts, String... types) {
        long measures =
                accounts.stream()
                        .flatMap(kind -> Measure.of(kind).stream())
                        .mapToLong(PackedLines::bit)
                        .reduce(0, (one, other) -> one | other);
        return Reads.at(jdbc, ROWS, fund, asOf)
                .param("types", types)
                .query((row, _) -> outflow(row, measures))
                .stream()
                .filter(o -> o.minorUnits() > 0)
                .toList();
    }

    private static Outflow outflow(ResultSet row, long measures) throws SQLException {
        long[] sum = {0};
        PackedLines.read(
                row,
                (_, measure, _, amount) -> {
                    if ((PackedLines.bit(measure) & measures) != 0) {
                        sum[0] = Math.addExact(sum[0], amount);
                    }
                });
        return new Outflow(
                row.getLong("position"), new PostingId(row.getString("posting_id")), sum[0]);
    }
}
