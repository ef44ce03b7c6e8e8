package org.aidledger.memory;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes values one after another; a {@link MemoryReader} has to ask for them in this order. */
public final class MemoryWriter {

    private byte[] bytes = new byte[64];
    private int size;

    private void reserve(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(1 << 30, 2L * size)));
        }
    }

    /** A number, in fewer bytes the nearer it is to zero. */
    public void number(long value) {
        reserve(10);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number in eight bytes. */
    public void fixed(long value) {
        reserve(Long.BYTES);
        ByteBuffer.wrap(bytes).putLong(size, value);
        size += Long.BYTES;
    }

    public void flag(boolean value) {
        number(value ? 1 : 0);
    }

    public void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes with their number before them. */
    public void bytes(byte[] value) {
        number(value.length);
        raw(value, 0, value.length);
    }

    /** Bytes alone, for who knows how many they are. */
    void raw(byte[] from, int offset, int length) {
        reserve(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    public void date(LocalDate value) {
        number(value.toEpochDay());
    }

    public void decimal(BigDecimal value) {
        text(value.toString());
    }

    /** One of an enumeration. */
    @SuppressWarnings("EnumOrdinal") // read by the very code that wrote it, see the package
    public void choice(Enum<?> value) {
        number(value.ordinal());
    }

    public <T> void optional(Optional<T> value, Consumer<T> each) {
        flag(value.isPresent());
        value.ifPresent(each);
    }

    public <T> void many(Collection<T> values, Consumer<T> each) {
        number(values.size());
        values.forEach(each);
    }

    public <K, V> void map(Map<K, V> map, Consumer<K> key, Consumer<V> value) {
        number(map.size());
        map.forEach((k, v) -> {
            key.accept(k);
            value.accept(v);
        });
    }

    int size() {
        return size;
    }

    /** What was written so far. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
