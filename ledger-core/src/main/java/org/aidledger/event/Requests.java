package org.aidledger.event;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.money.Money;

/**
 * The requests that a stream has taken, by posting id. Of each it keeps a short hash of every
 * component, taken from the event, which repeats its command's components under the same names.
 */
public final class Requests {

    /** Asking a class for its components makes new ones each time, each slow on its first use. */
    private static final ClassValue<List<RecordComponent>> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected List<RecordComponent> computeValue(Class<?> type) {
                    return List.of(type.getRecordComponents());
                }
            };

    private final Map<PostingId, Taken> taken = new HashMap<>();

    /**
     * What became of a request.
     *
     * @param firstSequence sequence of its first event in the stream
     * @param components hash of each component's text, by name
     */
    private record Taken(
            long firstSequence, Class<? extends LedgerEvent> event, Map<String, Long> components) {}

    /** Remembers an event. Further events under the same voucher belong to the first one. */
    public void remember(LedgerEvent event, long sequence) {
        taken.computeIfAbsent(
                event.voucher().postingId(),
                _ -> new Taken(sequence, event.getClass(), hashes((Record) event)));
    }

    /** Whether the id was used, and if so at which sequence. */
    public Optional<Long> sequenceOf(PostingId id) {
        return Optional.ofNullable(taken.get(id)).map(Taken::firstSequence);
    }

    /** The components in which a command differs from the one taken under the same id. */
    public List<String> differences(Record command, Voucher voucher) {
        Taken before = taken.get(voucher.postingId());
        if (before == null) {
            return List.of();
        }
        if (before.event() != command.getClass().getAnnotation(Becomes.class).value()) {
            return List.of("command");
        }
        List<String> fields = new ArrayList<>();
        hashes(command)
                .forEach((name, hash) -> {
                    if (!hash.equals(before.components().get(name))) {
                        fields.add(name);
                    }
                });
        return fields.stream().sorted().toList();
    }

    private static Map<String, Long> hashes(Record record) {
        Map<String, Long> hashes = new HashMap<>();
        for (RecordComponent component : COMPONENTS.get(record.getClass())) {
            Object value = value(record, component);
            if (value instanceof Voucher voucher) {
                hashes.putAll(hashes(voucher));
            } else if (!component.getName().equals("postingId")) {
                hashes.put(component.getName(), fnv(canonical(value)));
            }
        }
        return hashes;
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
            case Collection<?> many -> many.stream().map(Requests::canonical).toList().toString();
            case Record record ->
                    COMPONENTS.get(record.getClass()).stream()
                            .map(c -> canonical(value(record, c)))
                            .collect(joining(",", record.getClass().getSimpleName() + "(", ")"));
            default -> value.toString().length() + ":" + value;
        };
    }

    /** FNV-1a, 64 bits: the same on every machine and in every release. */
    private static long fnv(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}
