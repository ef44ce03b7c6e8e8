package org.aidledger.eventstore.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.aidledger.proof.Flaw;
import org.aidledger.proof.Flaw.Kind;
import org.aidledger.proof.Hash;
import org.aidledger.proof.StoredEvent;

/**
 * Events whose hash is not the one that was kept, and what was done to the first of them. An event
 * that was moved is recognised by the hash that it would have where it stood.
 */
final class Suspects {

    /** Enough to tell what was done; after an insertion every event is suspect. */
    private static final int MOST = 512;

    private record Suspect(StoredEvent event, Hash kept) {

        /** Whether this event once stood where another suspect stands now. */
        boolean belongsTo(Suspect other) {
            return event.leafAt(other.event.position()).hash().equals(other.kept);
        }
    }

    private final TreeMap<Long, Suspect> suspects = new TreeMap<>();

    /** Takes an event, unless it is none of a ledger, which is a flaw by itself. */
    void add(StoredEvent event, Hash kept) {
        if (suspects.size() < MOST && isOfLedger(event)) {
            suspects.putIfAbsent(event.position(), new Suspect(event, kept));
        }
    }

    private static boolean isOfLedger(StoredEvent event) {
        try {
            return event.leaf().position() == event.position();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** The first suspect from a position on. */
    Optional<Long> firstFrom(long position) {
        return Optional.ofNullable(suspects.ceilingKey(position));
    }

    /** Positions of suspects before a position, in order. */
    List<Long> before(long position) {
        return List.copyOf(suspects.headMap(position).keySet());
    }

    /**
     * What was done from a position on. After an event that was put in or taken out all others are
     * suspect, and say nothing more.
     */
    List<Flaw> flawsFrom(long position, int most) {
        List<Flaw> flaws = new ArrayList<>();
        for (Suspect suspect : suspects.tailMap(position).values()) {
            Flaw flaw = flaw(suspect);
            flaws.add(flaw);
            boolean shifted = flaw.kind() == Kind.INSERTED || flaw.kind() == Kind.MISSING;
            if (shifted || flaws.size() == most) {
                break;
            }
        }
        return flaws;
    }

    private Flaw flaw(Suspect suspect) {
        long position = suspect.event().position();
        Optional<Long> home = find(position, other -> suspect.belongsTo(other));
        Optional<Long> moved = find(position, other -> other.belongsTo(suspect));
        Kind kind = kind(position, home, moved);
        return new Flaw(kind, position, position, sentence(suspect.event(), kind, home, moved));
    }

    private Optional<Long> find(long position, Predicate<Suspect> wanted) {
        return suspects.values().stream()
                .filter(other -> other.event().position() != position)
                .filter(wanted)
                .map(other -> other.event().position())
                .findFirst();
    }

    /**
     * @param home where the event that stands here belongs
     * @param moved where the event that belongs here stands
     */
    private static Kind kind(long position, Optional<Long> home, Optional<Long> moved) {
        if (home.isPresent() && moved.isPresent()) {
            return Kind.REORDERED;
        }
        if (home.isPresent()) {
            return home.get() == position + 1 ? Kind.MISSING : Kind.REORDERED;
        }
        if (moved.isPresent()) {
            return moved.get() == position + 1 ? Kind.INSERTED : Kind.REORDERED;
        }
        return Kind.ALTERED;
    }

    private static String sentence(
            StoredEvent event, Kind kind, Optional<Long> home, Optional<Long> moved) {
        String what =
                "the event at position %s (%s of %s, number %s)"
                        .formatted(
                                event.position(), event.name(), event.stream(), event.sequence());
        return switch (kind) {
            case ALTERED -> what + " is not the one that was hashed: it was altered";
            case INSERTED -> what + " was not there: it was inserted, and the others moved on";
            case MISSING ->
                    "the event that was at position %s is gone, and the others moved up"
                            .formatted(event.position());
            case REORDERED ->
                    what
                            + home.map(h -> " stood at position " + h).orElse(" stood elsewhere")
                            + moved.map(m -> ", and the one from here is at " + m).orElse("");
            case HASH_ALTERED,
                    CHECKPOINT_INVALID,
                    PAYEE_MISSING,
                    PAYEE_ALTERED,
                    PAYEE_ERASED,
                    PAYEE_NOT_ERASED ->
                    throw new IllegalArgumentException("nothing is done to an event by " + kind);
        };
    }
}
