package org.aidledger.projections.snapshots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aidledger.snapshot.SnapshotEvent.SnapshotFrozen;

/**
 * A snapshot and what became of it.
 *
 * @param frozen the event that froze it
 * @param position of that event
 * @param frozenAt when it was recorded
 * @param signed by whom, if it was
 * @param withdrawn by whom and why, if it was
 */
public record RegisteredSnapshot(
        SnapshotFrozen frozen,
        long position,
        Instant frozenAt,
        Optional<Signed> signed,
        Optional<Withdrawn> withdrawn) {

    /** How far a snapshot has come. */
    public enum Status {
        /** Waits for a second person. */
        FROZEN,
        SIGNED,
        WITHDRAWN
    }

    /**
     * A signature.
     *
     * @param on the business date of signing
     * @param lines the log's signatures, as notes have them
     */
    public record Signed(
            String by, String role, LocalDate on, Instant at, long position, List<String> lines) {
        public Signed {
            lines = List.copyOf(lines);
        }
    }

    /** A withdrawal. */
    public record Withdrawn(
            String by, String role, LocalDate on, Instant at, long position, String reason) {}

    /** How far it has come. */
    public Status status() {
        return withdrawn.isPresent()
                ? Status.WITHDRAWN
                : signed.isPresent() ? Status.SIGNED : Status.FROZEN;
    }
}
