package org.aidledger.eventstore.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.eventstore.append.CommitListener;
import org.aidledger.eventstore.append.NewEvent;
import org.aidledger.proof.StoredEvent;

/**
 * What this node stored and has not hashed yet. A commit of many thousand events goes through here
 * as well as one of a single event; only a follower that is far behind has to read the database.
 */
public final class JustStored implements CommitListener {

    /** More than this is not kept, but read from the database. */
    private static final long MOST_BYTES = 24L << 20;

    /**
     * A commit, or what is left of it.
     *
     * @param first position of the first event of the commit
     * @param from index of the first event that is left
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Commit(
            long first, List<NewEvent> events, long[] recordedMicros, int from, long bytes) {

        long next() {
            return first + recordedMicros.length;
        }

        Commit since(long position) {
            return new Commit(first, events, recordedMicros, (int) (position - first), bytes);
        }

        List<StoredEvent> stored() {
            List<StoredEvent> all = new ArrayList<>(recordedMicros.length - from);
            for (int i = from; i < recordedMicros.length; i++) {
                all.add(JustStored.stored(first + i, events.get(i), recordedMicros[i]));
            }
            return all;
        }
    }

    private final ArrayDeque<Commit> commits = new ArrayDeque<>();
    private long bytes;

    @Override
    public synchronized void stored(long first, List<NewEvent> events, long[] recordedMicros) {
        long size = events.stream().mapToLong(NewEvent::bytes).sum();
        if (bytes + size > MOST_BYTES) {
            commits.clear();
            bytes = 0;
        }
        commits.add(new Commit(first, events, recordedMicros, 0, size));
        bytes += size;
    }

    /**
     * Takes the events from a position on, whole commits until there are enough; none if the first
     * of them is not here.
     */
    List<StoredEvent> takeFrom(long position, int enough) {
        return commitsFrom(position, enough).stream().flatMap(c -> c.stored().stream()).toList();
    }

    private synchronized List<Commit> commitsFrom(long position, int enough) {
        List<Commit> some = new ArrayList<>();
        long next = position;
        while (!commits.isEmpty() && next < position + enough) {
            Commit commit = commits.element();
            if (commit.first() > next) {
                break; // another node stored something in between
            }
            commits.remove();
            bytes -= commit.bytes();
            if (commit.next() > next) {
                some.add(commit.since(next));
                next = commit.next();
            }
        }
        return some;
    }

    private static StoredEvent stored(long position, NewEvent event, long micros) {
        return new StoredEvent(
                position,
                Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                event.stream(),
                event.sequence(),
                event.id().toString(),
                event.type(),
                event.name(),
                event.revision(),
                event.payload(),
                event.metadata());
    }
}
