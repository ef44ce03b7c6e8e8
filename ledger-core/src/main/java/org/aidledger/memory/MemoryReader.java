package org.aidledger.memory;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads what a {@link MemoryWriter} wrote, value by value in the same order. Anything else ends in
 * some exception.
 */
public final class MemoryReader {

    private final byte[] bytes;
    private int next;

    public MemoryReader(byte[] bytes) {
        this(bytes, 0);
    }

    MemoryReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.next = from;
    }

    public long number() {
        long rest = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = bytes[next++];
            rest |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return (rest >>> 1) ^ -(rest & 1);
            }
        }
    }

    /** A number of things. */
    int count() {
        return Math.toIntExact(number());
    }

    /** A number in eight bytes. */
    public long fixed() {
        long value = ByteBuffer.wrap(bytes).getLong(next);
        next += Long.BYTES;
        return value;
    }

    public boolean flag() {
        return number() != 0;
    }

    public String text() {
        int length = count();
        String text = new String(bytes, next, length, StandardCharsets.UTF_8);
        next += length;
        return text;
    }

    /** So many bytes that follow, in place. */
    ByteBuffer raw(int length) {
        ByteBuffer raw = ByteBuffer.wrap(bytes, next, length);
        next += length;
        return raw;
    }

    public LocalDate date() {
        return LocalDate.ofEpochDay(number());
    }

    public BigDecimal decimal() {
        return new BigDecimal(text());
    }

    /** One of an enumeration. */
    public <E extends Enum<E>> E choice(Class<E> type) {
        return type.getEnumConstants()[count()];
    }

    public <T> Optional<T> optional(Supplier<T> value) {
        return flag() ? Optional.of(value.get()) : Optional.empty();
    }

    /** Adds each to a collection. */
    public <T, C extends Collection<T>> C many(C into, Supplier<T> each) {
        for (int left = count(); left > 0; left--) {
            into.add(each.get());
        }
        return into;
    }

    /** Puts each into a map. */
    public <K, V> void map(Map<K, V> into, Supplier<K> key, Supplier<V> value) {
        for (int left = count(); left > 0; left--) {
            K k = key.get();
            into.put(k, value.get());
        }
    }

    /**
     * To be asked at the end.
     *
     * @throws IllegalStateException if something is left
     */
    public void requireEnd() {
        if (next != bytes.length) {
            throw new IllegalStateException("%s bytes are left".formatted(bytes.length - next));
        }
    }
}
