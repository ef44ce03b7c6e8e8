package org.aidledger.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is put into an archive is found in it, before and after it was bytes. */
class ArchiveTest {

    private static final int RECORDS = 20_000;

    @Test
    void findsWhatWasAddedAndNothingElse() {
        Map<String, Long> expected = new HashMap<>();
        Archive archive = filled(expected);
        assertHolds(archive, expected);

        MemoryWriter out = new MemoryWriter();
        archive.write(out);
        assertHolds(archive, expected);
        Archive restored = restored(out);
        assertHolds(restored, expected);

        // And goes on growing.
        for (int i = 0; i < 2000; i++) {
            expected.put("late-" + i, (long) i);
            restored.add("late-" + i, record(i));
        }
        assertHolds(restored, expected);
    }

    private static Archive filled(Map<String, Long> expected) {
        Random random = new Random(5);
        Archive archive = new Archive();
        while (expected.size() < RECORDS) {
            String key = "资金-" + random.nextLong();
            long value = random.nextLong() >> random.nextInt(64);
            if (expected.putIfAbsent(key, value) == null) {
                archive.add(key, record(value));
            }
        }
        return archive;
    }

    private static Archive restored(MemoryWriter written) {
        MemoryReader in = new MemoryReader(written.toBytes());
        Archive restored = new Archive();
        restored.read(in);
        in.requireEnd();
        return restored;
    }

    private static byte[] record(long value) {
        MemoryWriter out = new MemoryWriter();
        out.number(value);
        return out.toBytes();
    }

    private static void assertHolds(Archive archive, Map<String, Long> expected) {
        expected.forEach((key, value) ->
                assertThat(archive.find(key).map(MemoryReader::number)).contains(value));
        for (int i = 0; i < RECORDS; i++) {
            assertThat(archive.has("missing-" + i)).isFalse();
        }
    }

    /** Two texts of one hash, as somebody may choose them. */
    @Test
    void tellsTextsOfOneHashApart() {
        Segment segment =
                new Segment(
                        new long[] {7, 7, 7},
                        new int[] {3, 6, 9},
                        "_a1_b2_c3".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 9; i += 3) {
            segment.bytes()[i] = 2; // a length of one, as it is written
        }
        assertThat(segment.find(7, "a")).isPresent();
        assertThat(segment.find(7, "b")).isPresent();
        assertThat(segment.find(7, "c")).isPresent();
        assertThat(segment.find(7, "d")).isEmpty();
        assertThat(segment.find(8, "a")).isEmpty();
    }
}
