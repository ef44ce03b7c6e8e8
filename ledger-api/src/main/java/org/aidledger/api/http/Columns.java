package org.aidledger.api.http;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How something becomes a row of a table.
 *
 * @param names the columns
 * @param row the values, one for each column
 */
public record Columns<T>(List<String> names, Function<T, List<?>> row) {

    public Columns {
        names = List.copyOf(names);
    }

    /** A column for each component of a record. */
    public static <R extends Record> Columns<R> of(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        return new Columns<>(
                Arrays.stream(components).map(RecordComponent::getName).toList(),
                record -> Arrays.stream(components).map(c -> value(record, c)).toList());
    }

    /** These columns of a part of something, then those of another part. */
    public static <T, A, B> Columns<T> both(
            Function<T, A> left, Columns<A> a, Function<T, B> right, Columns<B> b) {
        return new Columns<>(
                joined(a.names, b.names),
                whole -> joined(a.row.apply(left.apply(whole)), b.row.apply(right.apply(whole))));
    }

    static <E> List<E> joined(List<? extends E> a, List<? extends E> b) {
        return Stream.<E>concat(a.stream(), b.stream()).toList();
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
