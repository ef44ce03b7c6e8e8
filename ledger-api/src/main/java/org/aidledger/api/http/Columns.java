package org.aidledger.api.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
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

    /**
     * The columns with which a head begins every row: those of its lifted part if it has one, which
     * say what the table is about, else its own plain ones.
     */
    static <R extends Record> Columns<R> ofHead(Class<R> type) {
        List<Column> all = columns(type, "", List.of()).toList();
        boolean lifted = all.stream().anyMatch(Column::isLifted);
        List<Column> columns =
                all.stream().filter(c -> lifted ? c.isLifted() : c.path().size() == 1).toList();
        return new Columns<>(
                columns.stream().map(Column::name).toList(),
                record -> columns.stream().map(c -> c.value(record)).toList());
    }

    /** These columns, but those that another part of the row has already. */
    public Columns<T> without(Set<String> others) {
        List<Integer> kept =
                IntStream.range(0, names.size())
                        .filter(i -> !others.contains(names.get(i)))
                        .boxed()
                        .toList();
        return new Columns<>(
                kept.stream().map(names::get).toList(),
                whole -> {
                    List<?> values = row.apply(whole);
                    return kept.stream().map(values::get).toList();
                });
    }

    private record Column(String name, List<RecordComponent> path) {

        boolean isLifted() {
            return path.getFirst().getAccessor().isAnnotationPresent(JsonUnwrapped.class);
        }

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
