package org.aidledger.eventstore.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aidledger.eventstore.log.SignedRoots.Signed;
import org.aidledger.proof.Flaw;
import org.aidledger.proof.Flaw.Kind;
import org.aidledger.proof.Hash;
import org.aidledger.proof.StoredEvent;
import org.aidledger.proof.Tile;

/**
 * Collects what does not fit and says in the end what was done. Which of two that differ was
 * altered, an event or the hash that was kept of it, is decided by the next signed root: it holds
 * with the events as they are now, or it does not.
 */
final class Verdict {

    private static final int MOST_FLAWS = 20;

    private final Suspects suspects = new Suspects();
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Stretch> differing = new ArrayList<>();
    private Optional<Signed> bad = Optional.empty();
    private Optional<Long> fallBack = Optional.empty();
    private long good;
    private long stored;

    /** Positions below one hash of a higher tile that differs. */
    private record Stretch(long from, long until, String tile) {}

    void flaw(Flaw flaw) {
        flaws.add(flaw);
    }

    /** A kept hash is another than that of the event. */
    void suspect(StoredEvent event, Hash kept) {
        suspects.add(event, kept);
    }

    /** An event was recorded before the one ahead of it. */
    void fellBack(long position) {
        fallBack = fallBack.or(() -> Optional.of(position));
    }

    /** No event has these positions. */
    void missing(long from, long until) {
        flaw(
                new Flaw(
                        Kind.MISSING,
                        from,
                        until,
                        from == until
                                ? "there is no event at position " + from
                                : "there are no events at positions %s to %s"
                                        .formatted(from, until)));
    }

    /** Events have positions after the last that an append gave. */
    void beyond(long from, long until) {
        flaw(
                new Flaw(
                        Kind.INSERTED,
                        from,
                        until,
                        "the events from position %s to %s came by no append"
                                .formatted(from, until)));
    }

    void tileMissing(Tile tile, long from, long until) {
        flaw(
                new Flaw(
                        Kind.HASH_ALTERED,
                        from,
                        until,
                        "the stored tile %s/%s is gone".formatted(tile.level(), tile.number())));
    }

    /** A tile of tiles is stored with another hash at an index. */
    void tileDiffers(Tile tile, int index) {
        int shift = 8 * tile.level();
        long from = (tile.number() * Tile.FULL + index) << shift;
        differing.add(
                new Stretch(
                        from,
                        from + (1L << shift) - 1,
                        "%s/%s".formatted(tile.level(), tile.number())));
    }

    /** A checkpoint was reached whose root is that of the tree, or is not. */
    void signed(Signed checkpoint, boolean holds) {
        checkpoint.row().ifPresent(_ -> stored++);
        if (!holds) {
            bad = bad.or(() -> Optional.of(checkpoint));
            return;
        }
        bad.ifPresent(odd ->
                flaw(
                        new Flaw(
                                Kind.CHECKPOINT_INVALID,
                                odd.checkpoint().size(),
                                odd.checkpoint().size(),
                                ("the checkpoint of size %s has another root, although a later one"
                                                + " fits: the log has signed two histories")
                                        .formatted(odd.checkpoint().size()))));
        bad = Optional.empty();
        good = checkpoint.checkpoint().size();
    }

    /** How many events the largest checkpoint speaks for that holds. */
    long good() {
        return good;
    }

    /** How many stored checkpoints were compared. */
    long storedCheckpoints() {
        return stored;
    }

    /** All that is wrong, by position. */
    List<Flaw> flaws() {
        List<Flaw> all = new ArrayList<>(flaws);
        suspects.before(good).forEach(p -> all.add(hashAltered(p, p, "the hash kept of it")));
        differing.stream()
                .filter(stretch -> stretch.until() < good)
                .forEach(s -> all.add(hashAltered(s.from(), s.until(), "the tile " + s.tile())));
        all.addAll(suspects.flawsFrom(good, MOST_FLAWS));
        bad.flatMap(this::unexplained).ifPresent(all::add);
        fallBack.filter(_ -> all.isEmpty())
                .ifPresent(p ->
                        all.add(
                                new Flaw(
                                        Kind.REORDERED,
                                        p,
                                        p,
                                        ("the event at position %s was recorded before the one"
                                                        + " ahead of it")
                                                .formatted(p))));
        return all.stream()
                .sorted(Comparator.comparingLong(Flaw::position))
                .limit(MOST_FLAWS)
                .toList();
    }

    private static Flaw hashAltered(long from, long until, String what) {
        return new Flaw(
                Kind.HASH_ALTERED,
                from,
                until,
                (from == until
                        ? "the event at position %s is as it was signed, but %s was altered"
                                .formatted(from, what)
                        : "the events at positions %s to %s are as they were signed, but %s"
                                        .formatted(from, until, what)
                                + " was altered"));
    }

    /** A root does not hold, and every kept hash agrees with the events: both were altered. */
    private Optional<Flaw> unexplained(Signed checkpoint) {
        long end = checkpoint.checkpoint().size();
        boolean explained =
                suspects.firstFrom(good).filter(p -> p < end).isPresent()
                        || flaws.stream().anyMatch(f -> f.position() >= good && f.position() < end);
        if (explained) {
            return Optional.empty();
        }
        Stretch narrow =
                differing.stream()
                        .filter(s -> s.from() < end && s.until() >= good)
                        .findFirst()
                        .orElse(new Stretch(good, end - 1, ""));
        long from = Math.max(good, narrow.from());
        long until = Math.min(end - 1, narrow.until());
        return Optional.of(
                new Flaw(
                        Kind.ALTERED,
                        from,
                        until,
                        ("the checkpoint of size %s does not hold: at positions %s to %s something"
                                        + " was altered, and the hashes kept of it as well")
                                .formatted(end, from, until)));
    }
}
