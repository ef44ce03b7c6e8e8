package org.aidledger.api.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
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

    /**
     * A column for each component of a record; a composite component gives a column for each of its
     * own, under a name that begins with the component's.
     */
    public static <R extends Record> Columns<R> of(Class<R> type) {
        List<Column> columns = columns(type, "", List.of()).toList();
        return new Columns<>(
                columns.stream().map(Column::name).toList(),
                record -> columns.stream().map(c -> c.value(record)).toList());
    }

    /** The columns of a record, without those of its composite components. */
    static <R extends Record> Columns<R> ofHead(Class<R> type) {
        List<Column> columns =
                columns(type, "", List.of()).filter(c -> !c.name().contains(".")).toList();
        return new Columns<>(
                columns.stream().map(Column::name).toList(),
                record -> columns.stream().map(c -> c.value(record)).toList());
    }

    private record Column(String name, List<RecordComponent> path) {

        Object value(Object record) {
            Object value = record;
            for (RecordComponent component : path) {
                value = value(value, component);
            }
            return value;
        }

        private static Object value(Object record, RecordComponent component) {
            try {
                return component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
    }

    private static Stream<Column> columns(
            Class<?> type, String prefix, List<RecordComponent> path) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(c -> {
                    c.getAccessor().setAccessible(true); // views are records of their own packages
                    List<RecordComponent> way = joined(path, List.of(c));
                    if (!isComposite(c.getType())) {
                        return Stream.of(new Column(prefix + c.getName(), way));
                    }
                    boolean unwrapped = c.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
                    return columns(
                            c.getType(), unwrapped ? prefix : prefix + c.getName() + ".", way);
                });
    }

    private static boolean isComposite(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getMethods())
                        .noneMatch(m -> m.isAnnotationPresent(JsonValue.class));
    }

    static <E> List<E> joined(List<? extends E> a, List<? extends E> b) {
        return Stream.<E>concat(a.stream(), b.stream()).toList();
    }
}
