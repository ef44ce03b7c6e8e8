package org.aidledger.projections.status;

import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the read tables are known to hold, for those who wait for it; they never hold less again.
 */
public final class Progress {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile long position = -1;
    private volatile Instant recorded = Instant.EPOCH;

    /**
     * The tables hold all events up to a position; wakes those who wait for it.
     *
     * @param at when the event at that position was recorded
     */
    public void reached(long atLeast, Instant at) {
        lock.lock();
        try {
            if (atLeast > position) {
                recorded = at; // first: who sees the position sees this
                position = atLeast;
                advanced.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** When the last event that the tables are known to hold was recorded. */
    Instant recorded() {
        return recorded;
    }

    boolean hasReached(long wanted) {
        return position >= wanted;
    }

    /** Waits for a position, at most so long; whether the tables hold it. */
    boolean await(long wanted, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (position < wanted && left > 0) {
                left = advanced.awaitNanos(left);
            }
            return position >= wanted;
        } finally {
            lock.unlock();
        }
    }
}
