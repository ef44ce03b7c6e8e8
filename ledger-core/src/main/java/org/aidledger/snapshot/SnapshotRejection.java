package org.aidledger.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import org.aidledger.event.Actor;
import org.aidledger.rejection.Rejection;

/** Why a snapshot refused a command. */
public sealed interface SnapshotRejection extends Rejection {

    record SnapshotUnknown(SnapshotId snapshot) implements SnapshotRejection {
        @Override
        public String code() {
            return "SNAPSHOT_UNKNOWN";
        }

        @Override
        public String message() {
            return "There is no snapshot " + snapshot + "; freeze it first.";
        }
    }

    record SnapshotExists(SnapshotId snapshot) implements SnapshotRejection {
        @Override
        public String code() {
            return "SNAPSHOT_EXISTS";
        }

        @Override
        public String message() {
            return "Snapshot " + snapshot + " was frozen already; choose another id.";
        }
    }

    /**
     * @param latest the latest instant that would have been accepted
     */
    record NotYetRecorded(Instant knownAt, Instant latest) implements SnapshotRejection {
        @Override
        public String code() {
            return "KNOWN_AT_NOT_RECORDED";
        }

        @Override
        public String message() {
            return ("What will be known at %s is not known yet: nothing is recorded after %s, which"
                            + " is the latest instant that can be frozen.")
                    .formatted(knownAt, latest);
        }
    }

    record NothingToFreeze(LocalDate asOf, Instant knownAt) implements SnapshotRejection {
        @Override
        public String code() {
            return "NOTHING_TO_FREEZE";
        }

        @Override
        public String message() {
            return "No fund was open on %s as known at %s; choose a later date or instant."
                    .formatted(asOf, knownAt);
        }
    }

    record SignerFroze(SnapshotId snapshot, Actor actor) implements SnapshotRejection {
        @Override
        public String code() {
            return "SIGNER_FROZE";
        }

        @Override
        public String message() {
            return "Snapshot %s was frozen by %s; somebody else has to sign it."
                    .formatted(snapshot, actor);
        }
    }

    record AlreadySigned(SnapshotId snapshot, Actor by) implements SnapshotRejection {
        @Override
        public String code() {
            return "SNAPSHOT_SIGNED";
        }

        @Override
        public String message() {
            return "Snapshot " + snapshot + " is signed already, by " + by + ".";
        }
    }

    record SnapshotIsWithdrawn(SnapshotId snapshot, Actor by) implements SnapshotRejection {
        @Override
        public String code() {
            return "SNAPSHOT_WITHDRAWN";
        }

        @Override
        public String message() {
            return "Snapshot " + snapshot + " was withdrawn by " + by + "; freeze another one.";
        }
    }

    /**
     * The figures are not those that were frozen: somebody altered the ledger, or the program.
     *
     * @param frozen the digest that stands in the event
     * @param made the digest of the figures as they come out now
     */
    record FiguresDiffer(SnapshotId snapshot, SnapshotDigest frozen, SnapshotDigest made)
            implements SnapshotRejection {
        @Override
        public String code() {
            return "SNAPSHOT_DIFFERS";
        }

        @Override
        public String message() {
            return ("Snapshot %s was frozen with the digest %s, but its figures come out with %s"
                            + " now; it cannot be signed.")
                    .formatted(snapshot, frozen, made);
        }
    }
}
