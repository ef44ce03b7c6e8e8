package org.aidledger.eventstore.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aidledger.eventstore.log.Original.Reading;
import org.aidledger.proof.Flaw;
import org.aidledger.proof.Flaw.Kind;
import org.aidledger.proof.StoredEvent;

/** Compares the events in the database, as they come, with those of the {@link Original}. */
final class Collation implements AutoCloseable {

    private static final int MOST_FLAWS = 20;

    private final Optional<Reading> original;
    private final List<Flaw> flaws = new ArrayList<>();
    private long next;

    Collation(Optional<Reading> original) {
        this.original = original;
    }

    /**
     * @param events of the copy, by position; whatever is missing among them was noted elsewhere
     */
    void take(List<StoredEvent> events) {
        original.filter(_ -> !events.isEmpty()).ifPresent(reading -> compare(events, reading));
    }

    private void compare(List<StoredEvent> copies, Reading reading) {
        List<StoredEvent> originals =
                reading.next(Math.toIntExact(copies.getLast().position() + 1 - next));
        for (StoredEvent copy : copies) {
            int index = Math.toIntExact(copy.position() - next);
            if (index >= originals.size()) {
                flaw(Kind.INSERTED, copy, "is in the database only, and not in the original");
            } else if (!isSame(copy, originals.get(index))) {
                flaw(Kind.ALTERED, copy, "is another in the database than in the original");
            }
        }
        next = copies.getLast().position() + 1;
    }

    /** What cannot be an event of the ledger is no copy of one. */
    private static boolean isSame(StoredEvent copy, StoredEvent original) {
        try {
            return copy.leaf().hash().equals(original.leaf().hash());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private void flaw(Kind kind, StoredEvent copy, String what) {
        if (flaws.size() < MOST_FLAWS) {
            flaws.add(
                    new Flaw(
                            kind,
                            copy.position(),
                            copy.position(),
                            "the event at position %s %s".formatted(copy.position(), what)));
        }
    }

    List<Flaw> flaws() {
        return flaws;
    }

    @Override
    public void close() {
        original.ifPresent(Reading::close);
    }
}
