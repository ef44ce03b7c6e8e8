package org.aidledger.eventstore.append;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.eventstore.append.Settled.Collided;
import org.aidledger.eventstore.append.Settled.Failed;
import org.aidledger.eventstore.append.Settled.Stored;
import org.aidledger.eventstore.append.Settled.Undermined;
import org.aidledger.eventstore.append.Settled.Unknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what waits, commit by commit, on one thread and one connection. While one commit is under
 * way the next gathers; so the number of events in a commit follows the load by itself.
 */
final class Writer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /** Up to so many events arrays are quicker than COPY, as a trial has shown. */
    private static final int FEW = 200;

    /** A collision without a culprit may be somebody else's rollback, but not again and again. */
    private static final int MOST_COLLISIONS = 3;

    /** Longer than this without a connection, and appends are turned away at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final AppendQueue queue;
    private final Session session;
    private final Announcements announcements;
    private final CommitListener listener;

    Writer(
            AppendQueue queue,
            Session session,
            Announcements announcements,
            CommitListener listener) {
        this.queue = queue;
        this.session = session;
        this.announcements = announcements;
        this.listener = listener;
    }

    @Override
    public void run() {
        try (session) {
            while (!queue.hasEnded() || !queue.isEmpty()) {
                List<Append> commit = queue.take(announcements.patienceNanos());
                if (commit.isEmpty()) {
                    announceIfOwed();
                } else {
                    store(commit);
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
    private void store(List<Append> commit) throws InterruptedException {
        List<Append> open = sound(commit);
        for (int collisions = 0; !open.isEmpty(); ) {
            try {
                write(open);
                return;
            } catch (RuntimeException e) {
                // A defect, here or in the driver, and nobody knows how far it came.
                LOG.error("A commit failed unexpectedly", e);
                isolate(recover(open, e), e);
                return;
            } catch (SQLException e) {
                switch (trouble(e)) {
                    case LOST -> open = recover(open, e);
                    case COLLISION -> {
                        collisions++;
                        open = withoutCollisions(open, e, collisions);
                    }
                    case PASSING -> open = failed(open, e, true);
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

    private void write(List<Append> appends) throws SQLException {
        List<NewEvent> events = new ArrayList<>();
        appends.forEach(append -> events.addAll(append.events()));
        long[] recorded = rising(events);
        boolean aloud = announcements.isDue();
        Connection connection = session.connection();
        Written written =
                events.size() <= FEW
                        ? Insert.write(connection, events, recorded, announcements, aloud)
                        : Copy.write(connection, events, recorded, announcements, aloud);
        announcements.committed(aloud);
        for (int i = 0; i < recorded.length; i++) {
            recorded[i] = Math.max(recorded[i], written.floorMicros());
        }
        long next = written.base() + 1;
        listener.stored(next, events, recorded);
        for (Append append : appends) {
            settle(append, new Stored(next));
            next += append.events().size();
        }
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

    /** Without those that were built on what was not stored. */
    private List<Append> sound(List<Append> appends) {
        List<Append> sound = new ArrayList<>();
        for (Append append : appends) {
            if (append.lineage().isBroken()) {
                settle(append, new Undermined());
            } else {
                sound.add(append);
            }
        }
        return sound;
    }

    /** Asks on a new connection what became of a commit; answers what was not stored. */
    private List<Append> recover(List<Append> appends, Exception cause)
            throws InterruptedException {
        LOG.warn("The connection to the database was lost: {}", cause.toString());
        long since = System.nanoTime();
        for (long pauseMillis = 10; ; ) {
            session.discard();
            try {
                List<Append> open =
                        notStored(Places.ofAfter(session.connection(), appends), appends);
                queue.reopen();
                LOG.warn("The connection to the database is back");
                return open;
            } catch (SQLException e) {
                LOG.debug("No connection to the database yet", e);
            }
            if (queue.hasEnded()) {
                appends.forEach(append -> settle(append, new Unknown()));
                throw new InterruptedException("shut down without a database");
            }
            if (System.nanoTime() - since > PATIENCE.toNanos()) {
                queue.close("the database is out of reach");
            }
            Thread.sleep(pauseMillis);
            pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE.toMillis());
        }
    }

    private List<Append> notStored(Places places, List<Append> appends) {
        List<Append> open = new ArrayList<>();
        for (Append append : appends) {
            places.positionOf(append)
                    .ifPresentOrElse(
                            position -> settle(append, new Stored(position)),
                            () -> open.add(append));
        }
        return open;
    }

    /** Fails those whose places are taken; answers the others. */
    private List<Append> withoutCollisions(List<Append> appends, Exception cause, int collisions)
            throws InterruptedException {
        Places places;
        try {
            places = Places.of(session.connection(), appends);
        } catch (SQLException e) {
            return recover(appends, e);
        }
        List<Append> rest = new ArrayList<>();
        for (Append append : notStored(places, appends)) {
            if (places.claim(append)) {
                rest.add(append);
            } else {
                fail(append, new Collided());
            }
        }
        if (rest.size() == appends.size() && collisions == MOST_COLLISIONS) {
            return failed(rest, cause, false);
        }
        return sound(rest);
    }

    /** Finds the append that the database will not take by halving, and stores the others. */
    private void isolate(List<Append> appends, Exception cause) throws InterruptedException {
        if (appends.size() <= 1) {
            failed(appends, cause, false);
        } else {
            int half = appends.size() / 2;
            store(appends.subList(0, half));
            store(appends.subList(half, appends.size()));
        }
    }

    private List<Append> failed(List<Append> appends, Exception cause, boolean passing) {
        appends.forEach(append -> fail(append, new Failed(cause, passing)));
        return List.of();
    }

    private void fail(Append append, Settled result) {
        append.lineage().breakOff();
        settle(append, result);
    }

    private void settle(Append append, Settled result) {
        queue.settled(append);
        append.settle(result);
    }
}
