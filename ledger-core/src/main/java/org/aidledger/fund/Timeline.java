package org.aidledger.fund;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.aidledger.memory.MemoryReader;
import org.aidledger.memory.MemoryWriter;

/**
 * An amount as it stands at the end of every business date. Changes may arrive in any order of
 * date; a change on a day counts from that day on.
 */
final class Timeline {

    /** Days from one, inclusive, to another, exclusive. */
    record Span(LocalDate from, LocalDate before) {

        /** A day and all later ones. */
        static Span from(LocalDate day) {
            return new Span(day, LocalDate.MAX);
        }
    }

    private final TreeMap<LocalDate, Long> standing = new TreeMap<>();

    void add(LocalDate from, long change) {
        long before = at(from);
        standing.put(from, before);
        standing.tailMap(from, true).replaceAll((_, value) -> Math.addExact(value, change));
    }

    long at(LocalDate date) {
        Map.Entry<LocalDate, Long> entry = standing.floorEntry(date);
        return entry == null ? 0 : entry.getValue();
    }

    /** The least standing from a date on, for ever. */
    long leastFrom(LocalDate date) {
        return least(Span.from(date));
    }

    /** The least standing on any of the days. */
    long least(Span days) {
        long least = at(days.from());
        for (long value : later(days).values()) {
            least = Math.min(least, value);
        }
        return least;
    }

    /** The first of the days on which the standing is below the bound. */
    Optional<LocalDate> firstBelow(Span days, long bound) {
        if (at(days.from()) < bound) {
            return Optional.of(days.from());
        }
        return later(days).entrySet().stream()
                .filter(e -> e.getValue() < bound)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    void write(MemoryWriter out) {
        out.map(standing, out::date, out::number);
    }

    /** Fills an empty one. */
    void read(MemoryReader in) {
        in.map(standing, in::date, in::number);
    }

    static Timeline from(MemoryReader in) {
        Timeline timeline = new Timeline();
        timeline.read(in);
        return timeline;
    }

    /** The dates after the given one on which the standing changes. */
    Set<LocalDate> changesAfter(LocalDate date) {
        return standing.tailMap(date, false).keySet();
    }

    private NavigableMap<LocalDate, Long> later(Span days) {
        return standing.subMap(days.from(), false, days.before(), false);
    }
}
