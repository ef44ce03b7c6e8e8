package org.aidledger.memory;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records that change no more, in order of the hashes of their keys. In the bytes each stands as
 * its key and the record itself.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Segment(long[] hashes, int[] ends, byte[] bytes) {

    /** Larger than this none becomes by taking others. */
    private static final int MOST_BYTES = 1 << 28;

    private record Keyed(long hash, String key, byte[] memory) {}

    static Segment of(Map<String, byte[]> records) {
        List<Keyed> sorted =
                records.entrySet().stream()
                        .map(e -> new Keyed(Fnv.hash(e.getKey()), e.getKey(), e.getValue()))
                        .sorted((a, b) -> Long.compare(a.hash(), b.hash()))
                        .toList();
        int[] ends = new int[sorted.size()];
        MemoryWriter out = new MemoryWriter();
        for (int i = 0; i < ends.length; i++) {
            out.text(sorted.get(i).key());
            out.raw(sorted.get(i).memory(), 0, sorted.get(i).memory().length);
            ends[i] = out.size();
        }
        return new Segment(sorted.stream().mapToLong(Keyed::hash).toArray(), ends, out.toBytes());
    }

    /** Whether another is small enough, and this one large enough, to make one of the two. */
    boolean canTake(Segment other) {
        return other.hashes.length <= 2 * hashes.length
                && (long) bytes.length + other.bytes.length <= MOST_BYTES;
    }

    Segment and(Segment other) {
        int size = hashes.length + other.hashes.length;
        Segment both =
                new Segment(
                        new long[size], new int[size], new byte[bytes.length + other.bytes.length]);
        int mine = 0;
        int others = 0;
        for (int i = 0; i < size; i++) {
            boolean next =
                    others == other.hashes.length
                            || (mine < hashes.length && hashes[mine] <= other.hashes[others]);
            if (next) {
                both.copy(i, this, mine++);
            } else {
                both.copy(i, other, others++);
            }
        }
        return both;
    }

    private void copy(int to, Segment from, int index) {
        int length = from.ends[index] - from.start(index);
        System.arraycopy(from.bytes, from.start(index), bytes, start(to), length);
        hashes[to] = from.hashes[index];
        ends[to] = start(to) + length;
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    Optional<MemoryReader> find(long hash, String key) {
        int any = Arrays.binarySearch(hashes, hash);
        if (any < 0) {
            return Optional.empty();
        }
        int index = any;
        while (index > 0 && hashes[index - 1] == hash) {
            index--;
        }
        for (; index < hashes.length && hashes[index] == hash; index++) {
            MemoryReader record = new MemoryReader(bytes, start(index));
            if (record.text().equals(key)) {
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }

    void write(MemoryWriter out) {
        out.number(hashes.length);
        out.number(bytes.length);
        ByteBuffer index = ByteBuffer.allocate(hashes.length * (Long.BYTES + Integer.BYTES));
        index.asLongBuffer().put(hashes);
        index.position(hashes.length * Long.BYTES).slice().asIntBuffer().put(ends);
        out.raw(index.array(), 0, index.capacity());
        out.raw(bytes, 0, bytes.length);
    }

    static Segment read(MemoryReader in) {
        int size = in.count();
        int length = in.count();
        Segment segment = new Segment(new long[size], new int[size], new byte[length]);
        in.raw(size * Long.BYTES).asLongBuffer().get(segment.hashes);
        in.raw(size * Integer.BYTES).asIntBuffer().get(segment.ends);
        in.raw(length).get(segment.bytes);
        return segment;
    }
}
