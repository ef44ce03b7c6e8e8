package org.aidledger.faults.check;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.aidledger.faults.check.Flaw.Kind;

/** Positions and numbers within streams are gapless, recorded instants never fall. */
final class Order {

    private final Flaws flaws;
    private final Map<String, Long> sequences = new HashMap<>();
    private long position = -1;
    private Instant recorded = Instant.MIN;

    Order(Flaws flaws) {
        this.flaws = flaws;
    }

    void take(StoredLine line) {
        if (line.position() != position + 1) {
            flaws.add(
                    Kind.GAP, "position %d is followed by %d".formatted(position, line.position()));
        }
        long expected = sequences.getOrDefault(line.stream(), -1L) + 1;
        if (line.sequence() != expected) {
            flaws.add(
                    Kind.GAP,
                    "position %d is number %d of %s, and not %d"
                            .formatted(line.position(), line.sequence(), line.stream(), expected));
        }
        if (line.recorded().isBefore(recorded)) {
            flaws.add(
                    Kind.TIME_RUNS_BACK,
                    "position %d was recorded at %s, after one of %s"
                            .formatted(line.position(), line.recorded(), recorded));
        } else {
            recorded = line.recorded();
        }
        position = line.position();
        sequences.put(line.stream(), line.sequence());
    }
}
