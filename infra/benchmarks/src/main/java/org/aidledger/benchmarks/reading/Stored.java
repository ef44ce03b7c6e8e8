package org.aidledger.benchmarks.reading;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.aidledger.projections.rebuild.ProgressListener;

/** A generated history in a database, for whoever measures something else than reading. */
public final class Stored {

    private static final int FUNDS = 200;

    private Stored() {}

    /** Fills a database with one fund of 500 projects, its read tables too; answers its id. */
    public static String oneFund(DataSource dataSource, long events) {
        try {
            new MeasuredSide(dataSource, new GeneratedHistory(events, 1))
                    .fill(ProgressListener.SILENT);
            return GeneratedHistory.fund(0).value();
        } catch (SQLException e) {
            throw new IllegalStateException("the history could not be stored", e);
        }
    }

    /** Fills an empty database; answers how many events there are then. */
    public static long events(DataSource dataSource, long wanted) {
        long events = Math.max(wanted, ReadPath.LEAST_EVENTS);
        try {
            new StoredHistory(dataSource, new GeneratedHistory(events, FUNDS)).store();
            return events;
        } catch (SQLException e) {
            throw new IllegalStateException("the history could not be stored", e);
        }
    }
}
