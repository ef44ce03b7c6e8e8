package org.aidledger.eventstore.command;

import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Aggregates kept in memory, so that a command need not read its stream again. What they take grows
 * with their histories, so it is events that are counted: beyond the limit those unused for longest
 * go, though never the last one.
 */
final class AggregateCache<T> {

    private record Kept<T>(T aggregate, long events) {}

    private final long mostEvents;
    private final LinkedHashMap<String, Kept<T>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long events;

    AggregateCache(long mostEvents) {
        this.mostEvents = mostEvents;
    }

    synchronized Optional<T> find(String id) {
        return Optional.ofNullable(kept.get(id)).map(Kept::aggregate);
    }

    synchronized void keep(String id, T aggregate, long size) {
        forget(id);
        kept.put(id, new Kept<>(aggregate, size));
        events += size;
        var eldest = kept.entrySet().iterator();
        while (events > mostEvents && kept.size() > 1) {
            events -= eldest.next().getValue().events();
            eldest.remove();
        }
    }

    synchronized void forget(String id) {
        Kept<T> gone = kept.remove(id);
        if (gone != null) {
            events -= gone.events();
        }
    }
}
