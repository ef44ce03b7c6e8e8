package org.aidledger.axonserver;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.aidledger.eventstore.append.Mirror;
import org.aidledger.eventstore.append.Mirror.Head;
import org.aidledger.eventstore.append.NotWritten;
import org.aidledger.proof.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies events from Axon Server into PostgreSQL, in order, as they come. Each node has one; they
 * need not know of each other, because a batch is taken only behind what is there. An error undoes
 * the batch and is tried again from the same event; nothing is skipped.
 */
final class Copyist implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Copyist.class);

    private static final int BATCH = 1000;
    private static final int BUFFER = 4 * BATCH;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LAST_BATCH = Duration.ofSeconds(12);

    private final Channel channel;
    private final Mirror mirror;
    private final Own own;
    private final Check check;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private Head copied;
    private Optional<String> trouble = Optional.empty();
    private volatile boolean ended;

    /** What is made sure of each time before Axon Server is followed. */
    @FunctionalInterface
    interface Check {

        /**
         * Compares the end of the copy with Axon Server, which may be another one by now.
         *
         * @throws IllegalStateException if they are not of one ledger
         */
        void sameLedger(Head copied) throws NotWritten, InterruptedException;
    }

    /**
     * @param mirror for this thread alone
     * @param own hears of each batch
     * @param start where the copy ends now
     */
    Copyist(Channel channel, Mirror mirror, Own own, Check check, Head start) {
        this.channel = channel;
        this.mirror = mirror;
        this.own = own;
        this.check = check;
        this.copied = start;
        this.thread = Thread.ofPlatform().daemon().name("event-copyist").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!ended) {
            try {
                check.sameLedger(head());
                follow();
            } catch (NotWritten | SQLException | RuntimeException e) {
                note(Optional.of(e.toString()));
                LOG.warn("Events are not copied for a moment: {}", e.toString());
                mirror.discard();
                pause();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void follow() throws SQLException, InterruptedException {
        try (EventStream stream = channel.after(head().position(), BUFFER)) {
            follow(stream);
        }
    }

    private void follow(EventStream stream) throws SQLException, InterruptedException {
        while (!ended) {
            EventWithToken first = stream.nextIfAvailable(1, TimeUnit.SECONDS);
            if (first != null) {
                copy(batch(first, stream));
                note(Optional.empty());
            } else if (stream.isClosed()) {
                throw new IllegalStateException(
                        "Axon Server ended the stream of events"
                                + stream.getError().map(e -> ": " + e).orElse(""));
            } else if (channel.isConnected()) {
                note(Optional.empty());
            }
        }
    }

    private List<StoredEvent> batch(EventWithToken first, EventStream stream) {
        List<StoredEvent> batch = new ArrayList<>();
        Head before = head();
        EventWithToken next = first;
        while (next != null) {
            StoredEvent event = EventForm.read(next, before);
            batch.add(event);
            before = Head.at(event);
            next = batch.size() < BATCH ? stream.nextIfAvailable() : null;
        }
        return batch;
    }

    private void copy(List<StoredEvent> batch) throws SQLException {
        Head before = head();
        List<StoredEvent> missing = batch;
        while (!missing.isEmpty() && !mirror.extend(before, missing)) {
            before = mirror.head(); // another node was first, with some of them or with all
            missing = after(before.position(), batch);
        }
        int others = batch.size() - missing.size();
        own.copied(batch.subList(0, others), false);
        own.copied(missing, true);
        move(Head.at(batch.getLast()));
    }

    private static List<StoredEvent> after(long position, List<StoredEvent> batch) {
        long gone = position + 1 - batch.getFirst().position();
        return batch.subList(Math.clamp(gone, 0, batch.size()), batch.size());
    }

    private void move(Head head) {
        lock.lock();
        try {
            copied = head;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How far the copy has come, as far as this node saw. */
    Head head() {
        lock.lock();
        try {
            return copied;
        } finally {
            lock.unlock();
        }
    }

    /** Whether, within a time, the copy has an event. */
    boolean awaitCopied(long position, Duration limit) throws InterruptedException {
        return await(() -> copied.position() >= position, limit);
    }

    /** Whether, within a time, nothing keeps it from copying. */
    boolean awaitNoTrouble(Duration limit) throws InterruptedException {
        return await(() -> trouble.isEmpty(), limit);
    }

    private boolean await(BooleanSupplier reached, Duration limit) throws InterruptedException {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (!reached.getAsBoolean() && left > 0) {
                left = moved.awaitNanos(left);
            }
            return reached.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    private void note(Optional<String> now) {
        lock.lock();
        try {
            trouble = now;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What keeps it from copying at present. */
    Optional<String> trouble() {
        lock.lock();
        try {
            return trouble;
        } finally {
            lock.unlock();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            if (!thread.join(LAST_BATCH)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        mirror.close();
    }
}
