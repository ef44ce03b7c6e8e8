package org.aidledger.axonserver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.aidledger.eventstore.append.NewEvent;

/** What this node has written in Axon Server and not yet seen in the copy. */
final class Underway {

    /** Beyond so many events no more are written until the copy has come closer. */
    private static final int MOST_EVENTS = 20_000;

    /**
     * Events written together.
     *
     * @param copied the position of the first, when all of them are in the copy
     */
    record Written(List<NewEvent> events, CompletableFuture<Long> copied) {}

    private final ConcurrentHashMap<String, Written> byFirstId = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int events;

    /** Notes events that are about to be written. */
    Written begin(List<NewEvent> some) {
        Written written = new Written(some, new CompletableFuture<>());
        byFirstId.put(firstId(some), written);
        count(some.size());
        return written;
    }

    /** They were not written, or nobody knows. */
    void giveUp(Written written) {
        if (byFirstId.remove(firstId(written.events()), written)) {
            count(-written.events().size());
        }
    }

    /** All of them are in the copy. */
    void copied(Written written, long firstPosition) {
        giveUp(written);
        written.copied().complete(firstPosition);
    }

    /** Those that begin with an event, if this node wrote them. */
    Optional<Written> beginningWith(String eventId) {
        return Optional.ofNullable(byFirstId.get(eventId));
    }

    private static String firstId(List<NewEvent> events) {
        return events.getFirst().id().toString();
    }

    private void count(int more) {
        lock.lock();
        try {
            events += more;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is, within a time, room for more. */
    boolean awaitRoom(Duration limit) throws InterruptedException {
        return awaitAtMost(MOST_EVENTS, limit);
    }

    /** Whether, within a time, everything is in the copy. */
    boolean awaitNone(Duration limit) throws InterruptedException {
        return awaitAtMost(0, limit);
    }

    private boolean awaitAtMost(int most, Duration limit) throws InterruptedException {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (events > most && left > 0) {
                left = changed.awaitNanos(left);
            }
            return events <= most;
        } finally {
            lock.unlock();
        }
    }

    /** How many events the copy lacks of what this node wrote. */
    int events() {
        lock.lock();
        try {
            return events;
        } finally {
            lock.unlock();
        }
    }
}
