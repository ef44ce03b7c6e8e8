package org.aidledger.eventstore.command;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.aidledger.event.NotStored;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;

/**
 * One lock for each aggregate in use, given to those who wait in their order and at once. (Axon's
 * own looks every 10 ms whether a lock has come free.) A command takes only one, so nobody waits in
 * a circle.
 */
public final class FairLocks implements LockFactory {

    private final ConcurrentHashMap<String, Shared> locks = new ConcurrentHashMap<>();
    private final Duration patience;

    /**
     * @param patience how long somebody waits for a lock
     */
    public FairLocks(Duration patience) {
        this.patience = patience;
    }

    /** Kept for as long as somebody holds it or waits for it. */
    private static final class Shared extends ReentrantLock {
        private int users;

        Shared() {
            super(true);
        }
    }

    /**
     * @throws NotStored if the lock does not come free in time
     */
    @Override
    public Lock obtainLock(String id) {
        Shared lock =
                locks.compute(
                        id,
                        (_, there) -> {
                            Shared shared = there == null ? new Shared() : there;
                            shared.users++;
                            return shared;
                        });
        boolean taken = false;
        try {
            taken = lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            if (!taken) {
                leave(id);
            }
        }
        if (!taken) {
            throw new NotStored("too many commands wait for " + id);
        }
        return new Taken(id, lock);
    }

    private void leave(String id) {
        locks.computeIfPresent(id, (_, shared) -> --shared.users == 0 ? null : shared);
    }

    int inUse() {
        return locks.size();
    }

    private final class Taken implements Lock {
        private final String id;
        private final Shared lock;

        Taken(String id, Shared lock) {
            this.id = id;
            this.lock = lock;
        }

        @Override
        public void release() {
            lock.unlock();
            leave(id);
        }

        @Override
        public boolean isHeld() {
            return lock.isHeldByCurrentThread();
        }
    }
}
