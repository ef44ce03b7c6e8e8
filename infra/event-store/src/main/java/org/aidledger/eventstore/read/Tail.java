package org.aidledger.eventstore.read;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.aidledger.eventstore.append.CommitListener;
import org.aidledger.eventstore.append.NewEvent;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * The latest events that this node stored, for readers that are close behind and for whoever wants
 * to know where his own came to stand. It holds consecutive positions only: when another node
 * stored something in between it begins anew.
 */
public final class Tail implements CommitListener {

    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stirred = lock.newCondition();
    private final ArrayDeque<Stored> latest = new ArrayDeque<>();
    private final Map<Place, Stored> places = new HashMap<>();
    private long next = -1;
    private long stirs;

    private record Place(String stream, long sequence) {}

    private record Stored(Place place, TrackedEventMessage<?> message) {}

    /**
     * @param most how many events are kept
     */
    public Tail(int most) {
        this.most = most;
    }

    @Override
    public void stored(long first, List<NewEvent> events, long[] recordedMicros) {
        lock.lock();
        try {
            if (first != next) {
                latest.clear();
                places.clear();
            }
            for (int i = 0; i < recordedMicros.length; i++) {
                keep(first + i, events.get(i).message(), recordedMicros[i]);
            }
            next = first + recordedMicros.length;
            while (latest.size() > most) {
                places.remove(latest.remove().place());
            }
            stir();
        } finally {
            lock.unlock();
        }
    }

    private void keep(long position, DomainEventMessage<?> message, long micros) {
        Place place = new Place(message.getAggregateIdentifier(), message.getSequenceNumber());
        Stored stored = new Stored(place, tracked(position, message, micros));
        latest.add(stored);
        places.put(place, stored);
    }

    private static <T> TrackedEventMessage<T> tracked(
            long position, DomainEventMessage<T> message, long micros) {
        Instant recorded = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                message.getType(),
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                message,
                () -> recorded);
    }

    /** All events after a position, and then those to come. */
    public BlockingStream<TrackedEventMessage<?>> follow(StoredEvents stored, long position) {
        return new TailingStream(this, stored, position);
    }

    /** Wakes those who wait: there may be something new in the database. */
    public void stir() {
        lock.lock();
        try {
            stirs++;
            stirred.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often there was something new. Ask before looking, wait for another one after. */
    public long stirs() {
        lock.lock();
        try {
            return stirs;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something new since then, or the time is over. */
    public void await(long seen, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (stirs == seen && left > 0) {
                left = stirred.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Events from a position on, in order; none if the first of them is not kept here. */
    List<TrackedEventMessage<?>> from(long position, int limit) {
        lock.lock();
        try {
            long oldest = next - latest.size();
            if (position < oldest || position >= next) {
                return List.of();
            }
            List<TrackedEventMessage<?>> some = new ArrayList<>();
            Iterator<Stored> events = latest.iterator();
            for (long skipped = oldest; skipped < position; skipped++) {
                events.next();
            }
            while (events.hasNext() && some.size() < limit) {
                some.add(events.next().message());
            }
            return some;
        } finally {
            lock.unlock();
        }
    }

    /** So many events of one stream from a sequence on; none unless all of them are kept here. */
    List<TrackedEventMessage<?>> ofStream(String stream, long fromSequence, int count) {
        lock.lock();
        try {
            List<TrackedEventMessage<?>> some = new ArrayList<>();
            for (long sequence = fromSequence; some.size() < count; sequence++) {
                Stored stored = places.get(new Place(stream, sequence));
                if (stored == null) {
                    return List.of();
                }
                some.add(stored.message());
            }
            return some;
        } finally {
            lock.unlock();
        }
    }
}
