package org.aidledger.eventstore.append;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aidledger.event.NotStored;
import org.aidledger.eventstore.append.Settled.Failed;

/** Takes appends and has them stored, many in one commit. */
public final class Appender implements AutoCloseable {

    private static final Duration LAST_COMMITS = Duration.ofSeconds(15);

    private final AppendQueue queue;
    private final Thread writer;

    private Appender(AppendQueue queue, Thread writer) {
        this.queue = queue;
        this.writer = writer;
    }

    /**
     * Starts a writer.
     *
     * @param book where it stores, and which it closes in the end
     */
    public static Appender start(Book book, AppendLimits limits) {
        AppendQueue queue = new AppendQueue(limits);
        Writer writer = new Writer(queue, book);
        return new Appender(queue, Thread.ofPlatform().daemon().name("event-writer").start(writer));
    }

    /**
     * Asks before any work is done.
     *
     * @throws NotStored if an append would be turned away now
     */
    public void requireRoom() {
        queue.requireRoom();
    }

    /**
     * Has events stored after all that were handed over before. They must be handed over in the
     * order of their sequences: whoever decides for a stream holds its lock until then, and needs
     * it no longer.
     *
     * @throws NotStored if too much waits, or the database is out of reach
     */
    public Append append(List<NewEvent> events, Lineage lineage) {
        Append append = new Append(events, lineage);
        queue.add(append);
        return append;
    }

    /** The latest append to a stream whose result is not known yet. */
    public Optional<Append> pending(String stream) {
        return queue.pending(stream);
    }

    /** How many events wait for their commit. */
    public long waiting() {
        return queue.events();
    }

    /** Stores what waits, if the database is there, and then nothing more. */
    @Override
    public void close() {
        queue.end();
        try {
            if (!writer.join(LAST_COMMITS)) {
                writer.interrupt();
                writer.join(Duration.ofSeconds(1));
            }
            for (Append append : queue.drain()) {
                append.lineage().breakOff();
                queue.settled(append);
                append.settle(new Failed(new NotStored("the ledger is shutting down"), true));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
