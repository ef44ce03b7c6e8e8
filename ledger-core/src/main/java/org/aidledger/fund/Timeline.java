package org.aidledger.fund;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An amount as it stands at the end of every business date. Changes may arrive in any order of
 * date; a change on a day counts from that day on.
 */
final class Timeline {

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

    long latest() {
        return standing.isEmpty() ? 0 : standing.lastEntry().getValue();
    }

    /** The least standing from a date on, for ever. */
    long leastFrom(LocalDate date) {
        long least = at(date);
        for (long value : standing.tailMap(date, false).values()) {
            least = Math.min(least, value);
        }
        return least;
    }

    /** The first date, from the given one on, on which the standing is below the bound. */
    Optional<LocalDate> firstBelow(LocalDate from, long bound) {
        if (at(from) < bound) {
            return Optional.of(from);
        }
        return standing.tailMap(from, false).entrySet().stream()
                .filter(e -> e.getValue() < bound)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The dates after the given one on which the standing changes. */
    Iterable<LocalDate> changesAfter(LocalDate date) {
        return standing.tailMap(date, false).keySet();
    }

    boolean hasBegunBy(LocalDate date) {
        return standing.floorKey(date) != null;
    }
}
