package org.aidledger.faults.load;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Lets clients ask, or keeps them all out for as long as somebody looks. */
public final class Gate {

    /** What is done meanwhile. */
    public interface Look {
        void look() throws IOException, InterruptedException;
    }

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** Asks once nobody looks. */
    <T> T through(Callable<T> request) throws Exception {
        lock.readLock().lock();
        try {
            return request.call();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Looks, when the last request under way has been answered, or given up. */
    public void closedFor(Look look) throws IOException, InterruptedException {
        lock.writeLock().lock();
        try {
            look.look();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
