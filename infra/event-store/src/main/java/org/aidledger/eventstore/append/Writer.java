package org.aidledger.eventstore.append;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.eventstore.append.Settled.Collided;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what waits, commit by commit, on one thread and one connection. While one commit is under
 * way the next gathers; so the number of events in a commit follows the load by itself.
 */
final class Writer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /** A collision without a culprit may be somebody else's rollback, but not again and again. */
    private static final int MOST_COLLISIONS = 3;

    private final AppendQueue queue;
    private final Session session;
    private final Announcements announcements;
    private final Commit commit;
    private final Settlement settlement;
    private final Reconnection reconnection;

    Writer(
            AppendQueue queue,
            Session session,
            Announcements announcements,
            CommitListener listener) {
        this.queue = queue;
        this.session = session;
        this.announcements = announcements;
        this.commit = new Commit(session, announcements, listener);
        this.settlement = new Settlement(queue);
        this.reconnection = new Reconnection(queue, session, settlement);
    }

    @Override
    public void run() {
        try (session) {
            while (!queue.hasEnded() || !queue.isEmpty()) {
                List<Append> appends = queue.take(announcements.patienceNanos());
                if (appends.isEmpty()) {
                    announceIfOwed();
                } else {
                    store(appends);
                }
            }
        } catch (InterruptedException _) {
            LOG.warn("The writer was stopped while appends were waiting or under way");
        } finally {
            queue.end();
        }
    }

    private void announceIfOwed() {
        if (announcements.isOwed()) {
            try {
                announcements.announce(session.connection());
            } catch (SQLException e) {
                LOG.debug("The other nodes were not told; they look by themselves", e);
                announcements.committed(true);
            }
        }
    }

    /** Settles every one of some appends. */
    private void store(List<Append> appends) throws InterruptedException {
        List<Append> open = settlement.withoutUndermined(appends);
        for (int collisions = 0; !open.isEmpty(); ) {
            try {
                settlement.stored(commit.of(open), open);
                return;
            } catch (RuntimeException e) {
                // A defect, here or in the driver, and nobody knows how far it came.
                LOG.error("A commit failed unexpectedly", e);
                isolate(reconnection.after(e, open), e);
                return;
            } catch (SQLException e) {
                switch (trouble(e)) {
                    case LOST -> open = reconnection.after(e, open);
                    case COLLISION -> {
                        collisions++;
                        open = withoutCollisions(open, e, collisions);
                    }
                    case PASSING -> {
                        settlement.failAll(open, e, true);
                        return;
                    }
                    case REFUSED -> {
                        isolate(open, e);
                        return;
                    }
                }
            }
        }
    }

    private Trouble trouble(SQLException e) {
        try {
            return Trouble.of(e, session.isOpen());
        } catch (SQLException _) {
            return Trouble.LOST;
        }
    }

    /** Fails those whose places are taken; answers the others. */
    private List<Append> withoutCollisions(List<Append> appends, Exception cause, int collisions)
            throws InterruptedException {
        Places places;
        try {
            places = Places.of(session.connection(), appends);
        } catch (SQLException e) {
            return reconnection.after(e, appends);
        }
        List<Append> rest = new ArrayList<>();
        for (Append append : settlement.withoutStored(places, appends)) {
            if (places.claim(append)) {
                rest.add(append);
            } else {
                settlement.fail(append, new Collided());
            }
        }
        if (rest.size() == appends.size() && collisions == MOST_COLLISIONS) {
            settlement.failAll(rest, cause, false);
            return List.of();
        }
        return settlement.withoutUndermined(rest);
    }

    /** Finds the append that the database will not take by halving, and stores the others. */
    private void isolate(List<Append> appends, Exception cause) throws InterruptedException {
        if (appends.size() <= 1) {
            settlement.failAll(appends, cause, false);
        } else {
            int half = appends.size() / 2;
            store(appends.subList(0, half));
            store(appends.subList(half, appends.size()));
        }
    }
}
