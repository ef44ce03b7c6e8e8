package org.aidledger.eventstore.read;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** All events after a position, for one reader, and then those to come. */
final class TailingStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final int PAGE = 1000;

    /** What another node stored is told of; should that get lost, somebody looks after a while. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Tail tail;
    private final StoredEvents stored;
    private final ArrayDeque<TrackedEventMessage<?>> page = new ArrayDeque<>();
    private long next;
    private long stirsWhenEmpty = -1;
    private long lookAgainAt = System.nanoTime();

    TailingStream(Tail tail, StoredEvents stored, long after) {
        this.tail = tail;
        this.stored = stored;
        this.next = after + 1;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        try {
            return hasNextAvailable(0, TimeUnit.NANOSECONDS)
                    ? Optional.of(page.getFirst())
                    : Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (page.isEmpty()) {
            long stirs = tail.stirs();
            if (stirs != stirsWhenEmpty || System.nanoTime() - lookAgainAt >= 0) {
                if (turnPage()) {
                    return true;
                }
                stirsWhenEmpty = stirs;
                lookAgainAt = System.nanoTime() + LOOK_EVERY.toNanos();
            }
            long now = System.nanoTime();
            if (now - deadline >= 0) {
                return false;
            }
            tail.await(stirs, Math.min(deadline, lookAgainAt) - now);
        }
        return true;
    }

    private boolean turnPage() {
        page.addAll(tail.from(next, PAGE));
        if (page.isEmpty()) {
            page.addAll(stored.after(next - 1, PAGE));
        }
        if (page.isEmpty()) {
            return false;
        }
        next = page.getLast().trackingToken().position().orElseThrow() + 1;
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        boolean there;
        do {
            there = hasNextAvailable(1, TimeUnit.HOURS);
        } while (!there);
        return page.remove();
    }

    @Override
    public void close() {
        page.clear();
    }
}
