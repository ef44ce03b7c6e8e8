package org.aidledger.eventstore.append;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.aidledger.event.NotStored;

/** Appends that wait for the writer, in order, never more than the limits allow. */
final class AppendQueue {

    private final AppendLimits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<Append> waiting = new ArrayDeque<>();
    private final ConcurrentHashMap<String, Append> latest = new ConcurrentHashMap<>();
    private long events;
    private long bytes;
    private volatile Optional<String> closedBecause = Optional.empty();
    private volatile boolean full;
    private volatile boolean ended;

    AppendQueue(AppendLimits limits) {
        this.limits = limits;
    }

    /**
     * @throws NotStored if there is no room, or nobody stores at present
     */
    void requireRoom() {
        closedBecause.ifPresent(reason -> {
            throw new NotStored(reason);
        });
        if (full) {
            throw new NotStored("more commands wait to be stored than the ledger keeps in memory");
        }
    }

    /**
     * @throws NotStored if there is no room, or nobody stores at present
     */
    void add(Append append) {
        lock.lock();
        try {
            requireRoom();
            latest.put(append.stream(), append);
            waiting.add(append);
            count(append, 1);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    private void count(Append append, int sign) {
        events += sign * (long) append.events().size();
        bytes += sign * append.bytes();
        full = events >= limits.waitingEvents() || bytes >= limits.waitingBytes();
    }

    /** How many events wait. */
    long events() {
        lock.lock();
        try {
            return events;
        } finally {
            lock.unlock();
        }
    }

    /** The latest append to a stream that is not settled yet. */
    Optional<Append> pending(String stream) {
        return Optional.ofNullable(latest.get(stream));
    }

    /** Its result stands: it is no longer pending. */
    void settled(Append append) {
        latest.remove(append.stream(), append);
    }

    /** What fits into one commit of all that waits; nothing if nothing came in time. */
    List<Append> take(long waitNanos) throws InterruptedException {
        lock.lock();
        try {
            long left = waitNanos;
            while (waiting.isEmpty() && !ended && left > 0) {
                left = arrived.awaitNanos(left);
            }
            return nextCommit();
        } finally {
            lock.unlock();
        }
    }

    private List<Append> nextCommit() {
        List<Append> commit = new ArrayList<>();
        long rows = 0;
        long size = 0;
        for (Append next = waiting.peek(); next != null; next = waiting.peek()) {
            rows += next.events().size();
            size += next.bytes();
            if (!commit.isEmpty()
                    && (rows > limits.commitEvents() || size > limits.commitBytes())) {
                break;
            }
            commit.add(waiting.remove());
            count(next, -1);
        }
        return commit;
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Turns further appends away; those that wait go on waiting. */
    void close(String reason) {
        lock.lock();
        try {
            closedBecause = Optional.of(reason);
        } finally {
            lock.unlock();
        }
    }

    /** Takes appends again, unless it has ended. */
    void reopen() {
        lock.lock();
        try {
            if (!ended) {
                closedBecause = Optional.empty();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Turns further appends away for good, and no longer waits for any. */
    void end() {
        lock.lock();
        try {
            ended = true;
            closedBecause = Optional.of("the ledger is shutting down");
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean hasEnded() {
        return ended;
    }

    /** Everything that still waits, taken away. */
    List<Append> drain() throws InterruptedException {
        List<Append> all = new ArrayList<>();
        for (List<Append> some = take(0); !some.isEmpty(); some = take(0)) {
            all.addAll(some);
        }
        return all;
    }
}
