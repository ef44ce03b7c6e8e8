package org.aidledger.eventstore.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * When the other nodes are told that there is something new. Telling them takes a lock of its own
 * in the database and wakes every node, so it is done with the first commit after a pause and then
 * once in an interval; what the last commit of a burst left unsaid is said when nothing more comes.
 */
public final class Announcements {

    /** Channel of PostgreSQL's NOTIFY; the payload is the announcing node. */
    public static final String CHANNEL = "ledger_events";

    private static final long INTERVAL_NANOS = Duration.ofMillis(20).toNanos();

    private final String node;
    private long announcedAt = System.nanoTime() - INTERVAL_NANOS;
    private boolean owed;

    Announcements(String node) {
        this.node = node;
    }

    String node() {
        return node;
    }

    /** Whether the next commit should tell. */
    boolean isDue() {
        return System.nanoTime() - announcedAt >= INTERVAL_NANOS;
    }

    /** Something was committed, aloud or not. */
    void committed(boolean aloud) {
        owed = !aloud;
        if (aloud) {
            announcedAt = System.nanoTime();
        }
    }

    /** Whether something was committed that nobody was told of. */
    boolean isOwed() {
        return owed;
    }

    /** How long the writer may wait for the next append before it has to tell. */
    long patienceNanos() {
        return owed
                ? Math.max(1, announcedAt + INTERVAL_NANOS - System.nanoTime())
                : Duration.ofSeconds(1).toNanos();
    }

    /** Tells by itself. */
    void announce(Connection connection) throws SQLException {
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(2, node);
            notify.execute();
        }
        committed(true);
    }
}
