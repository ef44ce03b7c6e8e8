package org.aidledger.eventstore.log;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.aidledger.eventstore.log.SignedRoots.Signed;
import org.aidledger.proof.Flaw;
import org.aidledger.proof.Flaw.Kind;
import org.aidledger.proof.GrowingTree;
import org.aidledger.proof.Hash;
import org.aidledger.proof.StoredEvent;
import org.aidledger.proof.Tile;

/**
 * Takes the events one by one, grows the tree over them, and compares it with every hash that was
 * kept and every root that was signed on the way. What that means is for the {@link Verdict}.
 */
final class Walk {

    private final StoredTiles tiles;
    private final long tileCount;
    private final StoredHashes kept;
    private final SignedRoots signed;
    private final Verdict verdict;
    private final GrowingTree tree = new GrowingTree(this::compare);
    private final StoredEvent[] latest = new StoredEvent[Tile.FULL];
    private long next;
    private boolean gap;
    private Instant recorded = Instant.MIN;

    Walk(StoredTiles tiles, SignedRoots signed, Verdict verdict) {
        this.tiles = tiles;
        this.tileCount = tiles.count();
        this.kept = new StoredHashes(tiles, 0);
        this.signed = signed;
        this.verdict = verdict;
        compareRoots(); // the empty tree may be signed
    }

    /** The position that has to come next. */
    long next() {
        return next;
    }

    void take(StoredEvent event) {
        if (event.position() != next) {
            verdict.missing(next, event.position() - 1);
            gap = true; // the tree cannot go on
        }
        if (event.recorded().isBefore(recorded)) {
            verdict.fellBack(event.position());
        }
        recorded = event.recorded();
        next = event.position() + 1;
        Hash hash = hash(event);
        kept.at(event.position())
                .filter(k -> !k.equals(hash))
                .ifPresent(k -> verdict.suspect(event, k));
        if (!gap) {
            latest[(int) (event.position() % Tile.FULL)] = event;
            tree.add(hash);
            compareRoots();
        }
    }

    private Hash hash(StoredEvent event) {
        try {
            return event.leaf().hash();
        } catch (IllegalArgumentException e) {
            verdict.flaw(
                    new Flaw(
                            Kind.ALTERED,
                            event.position(),
                            event.position(),
                            "the event at position %s cannot be one of this ledger: %s"
                                    .formatted(event.position(), e.getMessage())));
            return Hash.EMPTY;
        }
    }

    /** Tiles that got full; those of leaves were compared leaf by leaf. */
    private void compare(Tile tile, byte[] hashes) {
        long from = tile.number() << (8 * (tile.level() + 1));
        long until = ((tile.number() + 1) << (8 * (tile.level() + 1))) - 1;
        Optional<byte[]> there =
                tile.level() == 0 ? kept.at(from).map(_ -> hashes) : tiles.find(tile);
        if (there.isEmpty() && tile.number() < tileCount >> (8 * tile.level())) {
            verdict.tileMissing(tile, from, until);
        }
        there.filter(h -> !Arrays.equals(h, hashes))
                .ifPresent(h -> verdict.tileDiffers(tile, Arrays.mismatch(h, hashes) / Hash.BYTES));
    }

    private void compareRoots() {
        Optional<Signed> due = due();
        if (due.isEmpty()) {
            return;
        }
        Hash root = tree.root();
        while (due.isPresent()) {
            due.get().row().ifPresent(this::compareLeaves);
            verdict.signed(due.get(), due.get().checkpoint().root().equals(root));
            signed.take(due.get());
            due = due();
        }
    }

    private Optional<Signed> due() {
        return signed.peek().filter(s -> s.checkpoint().size() == tree.size());
    }

    /** The hashes of the latest leaves that are kept with a checkpoint. */
    private void compareLeaves(StoredCheckpoints.Row row) {
        long size = tree.size();
        long first = Math.max(row.first(), size - size % Tile.FULL);
        if (first >= size) {
            return;
        }
        byte[] edge = tree.hashes(new Tile(0, size / Tile.FULL, (int) (size % Tile.FULL)));
        for (long position = first; position < size; position++) {
            Hash computed = Hash.at(edge, (int) (position % Tile.FULL));
            Hash leaf = Hash.at(row.leaves(), (int) (position - row.first()));
            if (!leaf.equals(computed)) {
                verdict.suspect(latest[(int) (position % Tile.FULL)], leaf);
            }
        }
    }

    /** How many full tiles of leaves were compared. */
    long comparedTiles() {
        return kept.tiles();
    }
}
