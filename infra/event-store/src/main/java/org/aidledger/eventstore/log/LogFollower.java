package org.aidledger.eventstore.log;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.aidledger.eventstore.read.EventRows;
import org.aidledger.eventstore.read.Tail;
import org.aidledger.proof.Hash;
import org.aidledger.proof.IssuedCheckpoint;
import org.aidledger.proof.LogStatus;
import org.aidledger.proof.LogStatus.LastCheckpoint;
import org.aidledger.proof.LogStopped;
import org.aidledger.proof.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the events, hashes them and has checkpoints made: after a while in which something was
 * stored, when a period was closed or a snapshot frozen or signed, when somebody asks, and before
 * it ends. What this node stored itself comes from memory.
 */
final class LogFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);

    /** What people rely on from then on. */
    private static final Set<String> RELIED_ON =
            Set.of("fund.period-closed", "snapshot.frozen", "snapshot.signed");

    private static final int PAGE = 2000;
    private static final long NOBODY = -1;

    /** Woken by each commit it would work for a few events at a time. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    /** News of other nodes may get lost. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration LAST_CHECKPOINT = Duration.ofSeconds(15);

    private final EventRows rows;
    private final Tail tail;
    private final JustStored justStored;
    private final StoredTiles tiles;
    private final Function<LiveTree, Signing> signings;
    private final Duration every;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile Optional<LiveTree> tree = Optional.empty();
    private volatile Optional<String> alarm = Optional.empty();
    private volatile Optional<String> waits = Optional.empty();
    private volatile Optional<LastCheckpoint> last = Optional.empty();
    private volatile long asked = NOBODY;

    /** Of the thread alone, as is what follows. */
    private boolean compared;

    private boolean reliedOn;
    private long unsignedSinceNanos = System.nanoTime();

    private LogFollower(
            EventRows rows,
            Tail tail,
            JustStored justStored,
            StoredTiles tiles,
            Function<LiveTree, Signing> signings,
            Duration every) {
        this.rows = rows;
        this.tail = tail;
        this.justStored = justStored;
        this.tiles = tiles;
        this.signings = signings;
        this.every = every;
        this.thread = Thread.ofPlatform().daemon().name("event-log").unstarted(this::follow);
    }

    /**
     * Starts to follow.
     *
     * @param signings what signs a tree
     * @param every how long an event waits for a checkpoint, at most
     */
    static LogFollower start(
            EventRows rows,
            Tail tail,
            JustStored justStored,
            StoredTiles tiles,
            Function<LiveTree, Signing> signings,
            Duration every) {
        LogFollower follower = new LogFollower(rows, tail, justStored, tiles, signings, every);
        follower.thread.start();
        return follower;
    }

    private void follow() {
        while (alarm.isEmpty()) {
            try {
                boolean done = followOnce();
                waits = Optional.empty();
                if (done) {
                    return;
                }
            } catch (LogStopped e) {
                stop(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                String reason = reason(e);
                LOG.warn("The transparency log waits: {}", reason);
                waits = Optional.of(reason);
                if (restedToTheEnd(PAUSE_AFTER_TROUBLE)) {
                    return;
                }
            }
        }
    }

    /** In the database's own words, where it said something. */
    private static String reason(RuntimeException e) {
        Throwable reason = e;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                reason = cause;
            }
        }
        return reason.toString();
    }

    /** Answers whether everything is done and it is to end. */
    private boolean followOnce() {
        boolean lastTime = ending.getCount() == 0;
        if (tree.isEmpty()) {
            tree = Optional.of(LiveTree.after(tiles));
        }
        LiveTree live = tree.get();
        Signing signing = signings.apply(live);
        long stirs = tail.stirs();
        int hashed = hashSome(live);
        boolean caughtUp = hashed < PAGE;
        if (caughtUp && !compared) {
            compareWithLastRun(signing);
            compared = true;
        }
        signIfDue(live.size(), signing, caughtUp && lastTime);
        if (caughtUp && !lastTime) {
            if (hashed == 0) {
                await(stirs);
            }
            var _ = restedToTheEnd(asked == NOBODY ? GATHERING : Duration.ZERO);
        }
        return caughtUp && lastTime;
    }

    private void await(long stirs) {
        try {
            tail.await(stirs, LOOK_EVERY.toNanos());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    /** Answers whether it is to end. */
    private boolean restedToTheEnd(Duration rest) {
        try {
            return ending.await(rest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private int hashSome(LiveTree live) {
        live.storeFull(); // what could not be stored before
        long next = live.size();
        List<StoredEvent> events = justStored.takeFrom(next, PAGE);
        if (events.isEmpty()) {
            events = rows.bytesAfter(next - 1, PAGE);
        }
        if (events.isEmpty()) {
            return 0;
        }
        if (next == signedFor()) {
            unsignedSinceNanos = System.nanoTime();
        }
        live.add(hashes(events, next));
        live.storeFull();
        announceChange();
        return events.size();
    }

    private List<Hash> hashes(List<StoredEvent> events, long next) {
        List<Hash> hashes = new ArrayList<>(events.size());
        for (StoredEvent event : events) {
            if (event.position() != next + hashes.size()) {
                throw new LogStopped(
                        "there is no event at position %s".formatted(next + hashes.size()));
            }
            hashes.add(hash(event));
            reliedOn |= RELIED_ON.contains(event.name());
        }
        return hashes;
    }

    private static Hash hash(StoredEvent event) {
        try {
            return event.leaf().hash();
        } catch (IllegalArgumentException e) {
            throw new LogStopped(
                    "the event at position %s is none of this ledger: %s"
                            .formatted(event.position(), e.getMessage()));
        }
    }

    private long signedFor() {
        return last.map(LastCheckpoint::size).orElse(0L);
    }

    /** What was signed before this start must be what is there now, all of it. */
    private void compareWithLastRun(Signing signing) {
        Optional<IssuedCheckpoint> before = signing.latest();
        if (before.isEmpty()) {
            return;
        }
        long signed = before.get().checkpoint().size();
        long stored = rows.head() + 1;
        if (signed > stored) {
            throw new LogStopped(
                    "%s events were signed, but only %s are there".formatted(signed, stored));
        }
        signing.requireConsistent(before.get().checkpoint());
        note(before.get());
    }

    private void signIfDue(long size, Signing signing, boolean atTheEnd) {
        boolean wanted = reliedOn || atTheEnd;
        boolean waited = System.nanoTime() - unsignedSinceNanos >= every.toNanos();
        boolean reached = asked != NOBODY && asked <= size;
        if ((size > signedFor() && (wanted || waited)) || reached) {
            note(signing.sign());
            reliedOn = false;
        }
    }

    private void note(IssuedCheckpoint made) {
        lock.lock();
        try {
            last = Optional.of(new LastCheckpoint(made.checkpoint().size(), made.made()));
            if (asked <= made.checkpoint().size()) {
                asked = NOBODY;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void stop(String reason) {
        LOG.error("The transparency log has stopped: {}", reason);
        alarm = Optional.of(reason);
        announceChange();
    }

    private void announceChange() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The tree, once the thread has it. */
    Optional<LiveTree> tree() {
        return tree;
    }

    /**
     * Waits until the tree has a size.
     *
     * @return whether it has
     */
    boolean awaitSize(long size, Duration limit) {
        return await(() -> tree.map(LiveTree::size).orElse(-1L) >= size, limit);
    }

    /**
     * Has a checkpoint made over so many events or more, and waits for it.
     *
     * @return whether it was made
     * @throws LogStopped if none is made any more
     */
    boolean awaitCheckpoint(long size, Duration limit) {
        lock.lock();
        try {
            asked = Math.max(asked, size);
        } finally {
            lock.unlock();
        }
        tail.stir();
        return await(() -> last.isPresent() && signedFor() >= size, limit);
    }

    private boolean await(BooleanSupplier reached, Duration limit) {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (!reached.getAsBoolean() && left > 0) {
                if (alarm.isPresent()) {
                    throw new LogStopped(alarm.get());
                }
                left = changed.awaitNanos(left);
            }
            return reached.getAsBoolean();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    LogStatus status() {
        return new LogStatus(
                tree.map(LiveTree::size).orElse(0L), rows.head() + 1, last, alarm, waits);
    }

    /** Hashes and signs what is stored by now, if the database is there. */
    @Override
    public void close() {
        ending.countDown();
        tail.stir();
        try {
            thread.join(LAST_CHECKPOINT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
