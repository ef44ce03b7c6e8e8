package org.aidledger.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records by a text, each kept as bytes: a tenth of what they take as objects, and read from a
 * snapshot without looking at them. They are only ever added.
 *
 * <p>New ones gather in a map. From time to time they are sealed into a {@link Segment}, and
 * segments of like size are made one, so that there are few of them and each record is moved
 * seldom.
 */
public final class Archive {

    private static final int SEALED_AT = 512;

    private final List<Segment> segments = new ArrayList<>();
    private final Map<String, byte[]> recent = new HashMap<>();

    /** Adds a record under a key that has none yet. */
    public void add(String key, byte[] memory) {
        recent.put(key, memory);
        if (recent.size() >= SEALED_AT) {
            seal();
        }
    }

    private void seal() {
        Segment last = Segment.of(recent);
        recent.clear();
        while (!segments.isEmpty() && last.canTake(segments.getLast())) {
            last = segments.removeLast().and(last);
        }
        segments.add(last);
    }

    public boolean has(String key) {
        return find(key).isPresent();
    }

    /** The record under a key. */
    public Optional<MemoryReader> find(String key) {
        byte[] there = recent.get(key);
        if (there != null) {
            return Optional.of(new MemoryReader(there));
        }
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        long hash = Fnv.hash(key);
        for (Segment segment : segments) {
            Optional<MemoryReader> found = segment.find(hash, key);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    public void write(MemoryWriter out) {
        if (!recent.isEmpty()) {
            seal();
        }
        out.many(segments, segment -> segment.write(out));
    }

    /** Fills an empty one. */
    public void read(MemoryReader in) {
        in.many(segments, () -> Segment.read(in));
    }
}
