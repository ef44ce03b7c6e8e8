package org.aidledger.eventstore.append;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One commit of some events, and the news of it. */
final class Commit {

    /** Up to so many events arrays are quicker than COPY, as a trial has shown. */
    private static final int FEW = 200;

    private final Session session;
    private final Announcements announcements;
    private final CommitListener listener;

    Commit(Session session, Announcements announcements, CommitListener listener) {
        this.session = session;
        this.announcements = announcements;
        this.listener = listener;
    }

    /** Stores them one after another; answers the position of the first. */
    long of(List<NewEvent> events) throws SQLException {
        long[] recorded = rising(events);
        boolean aloud = announcements.isDue();
        Connection connection = session.connection();
        long began = System.nanoTime();
        Written written =
                events.size() <= FEW
                        ? Insert.write(connection, events, recorded, announcements, aloud)
                        : Copy.write(connection, events, recorded, announcements, aloud);
        listener.took(events.size(), System.nanoTime() - began);
        announcements.committed(aloud);
        for (int i = 0; i < recorded.length; i++) {
            recorded[i] = Math.max(recorded[i], written.floorMicros());
        }
        listener.stored(written.base() + 1, events, recorded);
        return written.base() + 1;
    }

    /** Each event's own instant, or that of an earlier one in the commit if that is later. */
    private static long[] rising(List<NewEvent> events) {
        long[] micros = new long[events.size()];
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < micros.length; i++) {
            latest = Math.max(latest, events.get(i).micros());
            micros[i] = latest;
        }
        return micros;
    }
}
