package org.aidledger.projections.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aidledger.fund.ProjectId;
import org.aidledger.posting.Account;
import org.aidledger.posting.Entry;
import org.aidledger.projections.tally.Measure;
import org.aidledger.projections.tally.Packer;
import org.aidledger.projections.tally.Unpacker;

/**
 * The journal lines of an event as its row in the trail keeps them: of each the measure, which is
 * movement and kind of account in one, its place among the row's projects, and the amount.
 */
public final class PackedLines {

    private PackedLines() {}

    /** Takes lines, in their order. */
    @FunctionalInterface
    interface Taker {

        /**
         * Takes one.
         *
         * @param number place within the event, from 0
         * @param project empty for accounts of the whole fund
         * @param amount in minor units
         */
        void take(int number, Measure measure, String project, long amount);
    }

    /**
     * Packs lines.
     *
     * @param projects of the row; those of the lines are among them
     */
    public static byte[] of(List<Entry> lines, List<String> projects) {
        Packer to = new Packer();
        for (Entry line : lines) {
            Account account = line.account();
            to.number(Measure.of(account.kind(), line.movement()).code());
            to.number(
                    1 + account.project().map(ProjectId::value).map(projects::indexOf).orElse(-1));
            to.signed(line.amount().minorUnits());
        }
        return to.toBytes();
    }

    /** A bit for each measure that the lines touch. */
    public static long measures(List<Entry> lines) {
        long measures = 0;
        for (Entry line : lines) {
            measures |= bit(Measure.of(line.account().kind(), line.movement()));
        }
        return measures;
    }

    static long bit(Measure measure) {
        return 1L << measure.code();
    }

    /** Reads the columns {@code lines} and {@code projects} of a row. */
    static void read(ResultSet row, Taker taker) throws SQLException {
        String[] projects = (String[]) row.getArray("projects").getArray();
        Unpacker from = new Unpacker(row.getBytes("lines"));
        for (int number = 0; from.hasMore(); number++) {
            Measure measure = Measure.ofCode(from.integer());
            int project = from.integer();
            taker.take(number, measure, project == 0 ? "" : projects[project - 1], from.signed());
        }
    }
}
