package org.aidledger.eventstore.append;

import java.time.Duration;
import java.util.List;
import org.aidledger.eventstore.append.Settled.Unknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done when the connection broke in the middle of a commit. */
final class Reconnection {

    private static final Logger LOG = LoggerFactory.getLogger(Reconnection.class);

    /** Longer than this without a connection, and appends are turned away at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final AppendQueue queue;
    private final Book book;
    private final Settlement settlement;

    Reconnection(AppendQueue queue, Book book, Settlement settlement) {
        this.queue = queue;
        this.book = book;
        this.settlement = settlement;
    }

    /** Asks on a new connection what became of a commit; answers what was not stored. */
    List<Append> after(Exception cause, List<Append> appends) throws InterruptedException {
        LOG.warn("The connection to the database was lost: {}", cause.toString());
        long since = System.nanoTime();
        for (long pauseMillis = 10; ; ) {
            try {
                Places places = book.placesAfterLoss(Append.events(appends));
                List<Append> open = settlement.withoutStored(places, appends);
                queue.reopen();
                LOG.warn("The connection to the database is back");
                return open;
            } catch (NotWritten e) {
                LOG.debug("No connection to the database yet", e.reason());
            }
            if (queue.hasEnded()) {
                appends.forEach(append -> settlement.settle(append, new Unknown()));
                throw new InterruptedException("shut down without a database");
            }
            if (System.nanoTime() - since > PATIENCE.toNanos()) {
                queue.close("the database is out of reach");
            }
            Thread.sleep(pauseMillis);
            pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE.toMillis());
        }
    }
}
