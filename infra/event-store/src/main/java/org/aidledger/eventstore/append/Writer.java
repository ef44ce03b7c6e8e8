package org.aidledger.eventstore.append;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.eventstore.append.Settled.Collided;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what waits, commit by commit, on one thread. While one commit is under way the next
 * gathers; so the number of events in a commit follows the load by itself.
 */
final class Writer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /** A collision without a culprit may be somebody else's rollback, but not again and again. */
    private static final int MOST_COLLISIONS = 3;

    private final AppendQueue queue;
    private final Book book;
    private final Settlement settlement;
    private final Reconnection reconnection;

    Writer(AppendQueue queue, Book book) {
        this.queue = queue;
        this.book = book;
        this.settlement = new Settlement(queue);
        this.reconnection = new Reconnection(queue, book, settlement);
    }

    @Override
    public void run() {
        try (book) {
            while (!queue.hasEnded() || !queue.isEmpty()) {
                List<Append> appends = queue.take(book.patienceNanos());
                if (appends.isEmpty()) {
                    book.pause();
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

    /** Settles every one of some appends. */
    private void store(List<Append> appends) throws InterruptedException {
        List<Append> open = settlement.withoutUndermined(appends);
        for (int collisions = 0; !open.isEmpty(); ) {
            try {
                List<Append> written = open;
                book.write(Append.events(written))
                        .thenAccept(first -> settlement.stored(first, written));
                return;
            } catch (RuntimeException e) {
                // A defect, here or in the driver, and nobody knows how far it came.
                LOG.error("A commit failed unexpectedly", e);
                isolate(reconnection.after(e, open), e);
                return;
            } catch (NotWritten e) {
                switch (e.trouble()) {
                    case LOST -> open = reconnection.after(e.reason(), open);
                    case COLLISION -> {
                        collisions++;
                        open = withoutCollisions(open, e.reason(), collisions);
                    }
                    case PASSING -> {
                        settlement.failAll(open, e.reason(), true);
                        return;
                    }
                    case REFUSED -> {
                        isolate(open, e.reason());
                        return;
                    }
                }
            }
        }
    }

    /** Fails those whose places are taken; answers the others. */
    private List<Append> withoutCollisions(List<Append> appends, Exception cause, int collisions)
            throws InterruptedException {
        Places places;
        try {
            places = book.places(Append.events(appends));
        } catch (NotWritten e) {
            return reconnection.after(e.reason(), appends);
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
