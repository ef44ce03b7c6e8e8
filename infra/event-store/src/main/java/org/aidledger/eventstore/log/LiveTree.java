package org.aidledger.eventstore.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.aidledger.eventstore.log.StoredTiles.FullTile;
import org.aidledger.proof.GrowingTree;
import org.aidledger.proof.Hash;
import org.aidledger.proof.LogStopped;
import org.aidledger.proof.Nodes;
import org.aidledger.proof.Tile;
import org.aidledger.proof.Tiles;

/**
 * The tree as this node has it: full tiles in the database, the others in memory, and between the
 * two those that are full and not stored yet. Written by one thread, read by many.
 */
final class LiveTree implements Tiles.Source {

    private final StoredTiles stored;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Tile, byte[]> unstored = new LinkedHashMap<>();
    private final GrowingTree tree;

    private LiveTree(StoredTiles stored, long tiles) {
        this.stored = stored;
        this.tree = GrowingTree.after(tiles, this::required, unstored::put);
    }

    /** Goes on after the full tiles that are stored. */
    static LiveTree after(StoredTiles stored) {
        return new LiveTree(stored, stored.count());
    }

    private byte[] required(Tile tile) {
        return stored.find(tile)
                .orElseThrow(() ->
                        new LogStopped(
                                "the log lacks the tile %s/%s, which it had stored"
                                        .formatted(tile.level(), tile.number())));
    }

    long size() {
        lock.lock();
        try {
            return tree.size();
        } finally {
            lock.unlock();
        }
    }

    /** Adds leaves by their hashes. */
    void add(List<Hash> leaves) {
        lock.lock();
        try {
            leaves.forEach(tree::add);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Stores what got full.
     *
     * @throws LogStopped if another tile stands in the place of one
     */
    void storeFull() {
        List<FullTile> full = full();
        if (full.isEmpty()) {
            return;
        }
        for (FullTile tile : stored.store(full)) {
            if (!Arrays.equals(required(tile.tile()), tile.hashes())) {
                throw new LogStopped(
                        "the tile %s/%s is stored with other hashes than its events have"
                                .formatted(tile.tile().level(), tile.tile().number()));
            }
        }
        lock.lock();
        try {
            full.forEach(tile -> unstored.remove(tile.tile()));
        } finally {
            lock.unlock();
        }
    }

    private List<FullTile> full() {
        lock.lock();
        try {
            List<FullTile> full = new ArrayList<>();
            unstored.forEach((tile, hashes) -> full.add(new FullTile(tile, hashes)));
            return full;
        } finally {
            lock.unlock();
        }
    }

    /** The hashes of a tile, full or not, if the tree has all of them. */
    Optional<byte[]> find(Tile tile) {
        Tile whole = Tile.full(tile.level(), tile.number());
        lock.lock();
        try {
            if (!tile.isIn(tree.size())) {
                return Optional.empty();
            }
            if (tree.has(tile)) {
                return Optional.of(tree.hashes(tile));
            }
            byte[] hashes = unstored.get(whole);
            if (hashes != null) {
                return Optional.of(Arrays.copyOf(hashes, tile.width() * Hash.BYTES));
            }
        } finally {
            lock.unlock();
        }
        return Optional.of(Arrays.copyOf(required(whole), tile.width() * Hash.BYTES));
    }

    @Override
    public byte[] hashes(Tile tile) {
        return find(tile).orElseThrow(() -> new IllegalArgumentException("there is no " + tile));
    }

    /** The nodes of the tree when it had a size that it has reached. */
    Nodes nodes(long size) {
        if (size > size()) {
            throw new IllegalArgumentException("the tree has %s leaves yet".formatted(size()));
        }
        return new Tiles(size, this);
    }
}
