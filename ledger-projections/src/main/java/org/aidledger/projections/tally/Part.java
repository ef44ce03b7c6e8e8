package org.aidledger.projections.tally;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.money.Denomination;
import org.aidledger.projections.reading.Reads;

/** One row of those that together answer for a fund. */
final class Part {

    /** Larger blocks come first: they were recorded before the smaller ones beside them. */
    static final Comparator<Part> BY_RECORDING =
            Comparator.<Part>comparingInt(p -> -p.level).thenComparingLong(p -> p.number);

    final FundId fund;
    final Denomination denomination;

    /** Number of the one subject that was asked for; -1 for all. */
    final int subject;

    private final int level;
    private final long number;
    private final byte[] before;
    private final byte[] facts;

    private Part(ResultSet row) throws SQLException {
        fund = new FundId(row.getString(1));
        denomination = new Denomination(row.getString(2), row.getInt(3));
        subject = row.getInt(4);
        level = row.getInt(5);
        number = row.getLong(6);
        before = row.getBytes(7);
        facts = row.getBytes(8);
    }

    static Part read(ResultSet row, int number) throws SQLException {
        return new Part(row);
    }

    /** Hands on what counts at a point in time. */
    void take(AsOf asOf, Taker taker) {
        int day = Math.clamp(asOf.effective().toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (level == 1) {
            Leaf.read(facts, day, Micros.of(Reads.known(asOf).toInstant()), taker);
        } else {
            Before.read(before, taker);
            PageFacts.read(facts, day, taker);
        }
    }
}
