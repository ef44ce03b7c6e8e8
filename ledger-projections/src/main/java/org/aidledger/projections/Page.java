package org.aidledger.projections;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some of a list, in order.
 *
 * @param items what was asked for, at most the limit
 * @param next cursor to ask for what follows; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page from rows that were read one beyond the limit, to learn whether more follows.
     *
     * @param place where an item stands in its list
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> place) {
        if (rows.size() <= limit) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, Optional.of(place.apply(items.getLast()).text()));
    }

    /** The same page of something else. */
    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }
}
