package org.aidledger.benchmarks.reading;

import java.sql.SQLException;
import javax.sql.DataSource;

/** A generated history in a database, for whoever measures something else than reading. */
public final class Stored {

    private static final int FUNDS = 200;

    private Stored() {}

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
