package org.aidledger.event;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.aidledger.memory.Fnv;
import org.aidledger.money.Money;

/**
 * The components of one kind of command or event, those of its voucher among them, and the short
 * hashes of what they hold. The posting id is not one of them.
 *
 * @param kind tells kinds apart
 * @param names of the components, in the order of the hashes
 */
record Content(long kind, List<String> names, List<RecordComponent> components) {

    private static final ClassValue<Content> OF =
            new ClassValue<>() {
                @Override
                protected Content computeValue(Class<?> type) {
                    List<RecordComponent> components = List.of(type.getRecordComponents());
                    return new Content(Fnv.hash(type.getName()), names(components), components);
                }
            };

    static Content of(Class<?> type) {
        return OF.get(type);
    }

    private static List<String> names(List<RecordComponent> components) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : components) {
            if (component.getType() == Voucher.class) {
                names.addAll(names(List.of(Voucher.class.getRecordComponents())));
            } else if (isContent(component)) {
                names.add(component.getName());
            }
        }
        return List.copyOf(names);
    }

    private static boolean isContent(RecordComponent component) {
        return !component.getName().equals("postingId");
    }

    /** Of each component in turn. */
    long[] hashes(Record record) {
        long[] hashes = new long[names.size()];
        int end = hash(record, hashes, 0);
        if (end != hashes.length) {
            throw new IllegalStateException("not all of " + Arrays.toString(hashes));
        }
        return hashes;
    }

    private int hash(Record record, long[] hashes, int from) {
        int next = from;
        for (RecordComponent component : components) {
            Object value = value(record, component);
            if (value instanceof Voucher voucher) {
                next = of(Voucher.class).hash(voucher, hashes, next);
            } else if (isContent(component)) {
                hashes[next++] = Fnv.hash(canonical(value));
            }
        }
        return next;
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("component " + component + " cannot be read", e);
        }
    }

    /**
     * Text of a value that no other value has. Amounts do not depend on the scale they were written
     * in; records say their kind and texts their length, so that a comma inside a text is no comma
     * between two of them.
     */
    private static String canonical(Object value) {
        return switch (value) {
            case Money money -> canonical(money.value()) + money.currency();
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Collection<?> many -> many.stream().map(Content::canonical).toList().toString();
            case Record record ->
                    of(record.getClass()).components.stream()
                            .map(c -> canonical(value(record, c)))
                            .collect(joining(",", record.getClass().getSimpleName() + "(", ")"));
            default -> value.toString().length() + ":" + value;
        };
    }
}
