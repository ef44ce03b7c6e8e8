package org.aidledger.projections.reading;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * A standby of the database, from which questions are answered as long as it has come far enough.
 *
 * <p>Far enough is what this node has promised to anybody, what the same answer has shown already,
 * and not longer ago than the operator allows. That is looked at within each snapshot. Whatever
 * goes wrong here, the primary answers instead.
 */
public final class Replica implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);

    /** How long a promise waits for a replica that was level; then the primary keeps it. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final Duration WATCH = Duration.ofSeconds(1);

    private final Standby standby;
    private final Snapshots snapshots;
    private final Duration mostBehind;
    private final Runnable close;
    private final AtomicLong promised = new AtomicLong(-1);
    private final AtomicLong reached = new AtomicLong(-1);
    private final AtomicLong owed = new AtomicLong(-1);
    private final LongAdder answered = new LongAdder();
    private final LongAdder passedOn = new LongAdder();
    private final ReentrantLock looking = new ReentrantLock();
    private final Thread watch;
    private volatile long looked = System.nanoTime();
    private volatile ReplicaStatus status = ReplicaStatus.away("it was not asked yet");

    /**
     * @param primary whose standby it has to be
     * @param mostBehind how old its figures may be where nothing newer was promised
     * @param close done at the end
     */
    public Replica(DataSource primary, DataSource replica, Duration mostBehind, Runnable close) {
        this.standby = new Standby(primary, replica);
        this.snapshots = new Snapshots(replica);
        this.mostBehind = mostBehind;
        this.close = close;
        this.watch = Thread.ofVirtual().name("watch-replica").start(this::watch);
    }

    /** How it stands, as of a second ago at most. */
    public ReplicaStatus status() {
        return status;
    }

    /** Questions that it has answered since the start. */
    public long answered() {
        return answered.sum();
    }

    /** Questions that the primary answered in its place. */
    public long passedOn() {
        return passedOn.sum();
    }

    private boolean isWell() {
        return status.trouble().isEmpty();
    }

    /** Whether it is known to hold a position, asking it anew if need be, but not too often. */
    private boolean holds(long position) {
        if (isWell() && reached.get() < position) {
            lookForAll();
        }
        return isWell() && reached.get() >= position;
    }

    /** An answer from its tables; nothing, if the primary has to answer. */
    <T> Optional<T> look(Answer answer, Function<JdbcClient, T> question) {
        if (snapshots.isOpen()) {
            return Optional.of(snapshots.look(_ -> {}, question)); // within another question
        }
        if (answer.mayAskReplica() && holds(Math.max(promised.get(), answer.position()))) {
            try {
                AtomicLong seen = new AtomicLong();
                T found = snapshots.look(position -> seen.set(enough(position, answer)), question);
                answer.sees(seen.get());
                answered.increment();
                return Optional.of(found);
            } catch (TooOld _) {
                LOG.debug("The replica does not hold what was promised; the primary answers");
            } catch (DataAccessResourceFailureException | TransactionException e) {
                away(e);
            } catch (DataAccessException e) {
                LOG.debug("The replica could not answer; the primary does", e);
            }
        }
        answer.goOnAtPrimary();
        passedOn.increment();
        return Optional.empty();
    }

    private long enough(long position, Answer answer) {
        reached.accumulateAndGet(position, Math::max);
        if (position < Math.max(promised.get(), answer.position())) {
            throw new TooOld();
        }
        return position;
    }

    /** Told to nobody: the primary answers. */
    private static final class TooOld extends RuntimeException {

        TooOld() {
            super("", null, false, false);
        }
    }

    /**
     * From now on nothing older than a position comes from here. The replica gets a moment to
     * receive it; one that kept somebody waiting in vain gets none before it has caught up.
     */
    void promise(long position, Duration atMost) throws InterruptedException {
        if (holds(owed.get())) {
            long end = System.nanoTime() + Math.min(PATIENCE.toNanos(), atMost.toNanos());
            while (!holds(position) && isWell() && System.nanoTime() < end) {
                TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
            }
            if (reached.get() < position) {
                owed.accumulateAndGet(position, Math::max);
            }
        }
        promised.accumulateAndGet(position, Math::max);
    }

    /** Of all who want to know, one asks. */
    private void lookForAll() {
        if (System.nanoTime() - looked >= LOOK_AGAIN.toNanos() && looking.tryLock()) {
            try {
                reached.accumulateAndGet(standby.position(), Math::max);
            } catch (DataAccessException | TransactionException e) {
                away(e);
            } finally {
                looked = System.nanoTime();
                looking.unlock();
            }
        }
    }

    private void away(RuntimeException e) {
        LOG.debug("The replica does not answer", e);
        become(ReplicaStatus.away("it does not answer"));
    }

    private void watch() {
        try {
            while (true) {
                look();
                TimeUnit.NANOSECONDS.sleep(WATCH.toNanos());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the end
        }
    }

    private void look() {
        try {
            ReplicaStatus now = standby.status(mostBehind);
            if (isWell()) {
                reached.accumulateAndGet(now.position(), Math::max);
            } else {
                reached.set(now.position()); // another one may stand behind the address by now
            }
            become(now);
        } catch (RuntimeException e) { // whatever it is, the watch goes on
            away(e);
        }
    }

    private synchronized void become(ReplicaStatus now) {
        Optional<String> before = status.trouble();
        status = now;
        if (!before.equals(now.trouble())) {
            now.trouble()
                    .ifPresentOrElse(
                            trouble -> LOG.warn("The primary answers for the replica: {}", trouble),
                            () -> LOG.info("The replica answers, at {}", now.position()));
        }
    }

    @Override
    public void close() {
        watch.interrupt();
        close.run();
    }
}
