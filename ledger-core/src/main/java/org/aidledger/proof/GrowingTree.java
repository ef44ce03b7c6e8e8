package org.aidledger.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tree to which leaves are added. It keeps the tiles that are not full yet, at most one of each
 * level, and hands on every tile when it gets full. Not for several threads at once.
 */
public final class GrowingTree implements Tiles.Source {

    /** Takes full tiles: each below the one that it completes, and in their order. */
    @FunctionalInterface
    public interface FullTiles {
        void take(Tile tile, byte[] hashes);
    }

    private final FullTiles full;
    private final List<byte[]> edge = new ArrayList<>();
    private long size;

    /** An empty one. */
    public GrowingTree(FullTiles full) {
        this.full = full;
    }

    /**
     * One that goes on where full tiles of leaves end.
     *
     * @param tiles how many of them there are
     * @param stored the full tiles of every level
     */
    public static GrowingTree after(long tiles, Tiles.Source stored, FullTiles full) {
        GrowingTree tree = new GrowingTree(full);
        tree.size = tiles * Tile.FULL;
        for (int level = 1; Tile.count(level, tree.size) > 0; level++) {
            long hashes = Tile.count(level, tree.size);
            long first = hashes - hashes % Tile.FULL;
            for (long i = first; i < hashes; i++) {
                Hash hash = Tile.root(stored.hashes(Tile.full(level - 1, i)));
                hash.into(tree.edge(level), (int) (i - first));
            }
        }
        return tree;
    }

    /** How many leaves it has. */
    public long size() {
        return size;
    }

    /** Adds a leaf by its hash. */
    public void add(Hash leaf) {
        size++;
        put(0, size - 1, leaf);
    }

    private void put(int level, long index, Hash hash) {
        byte[] hashes = edge(level);
        int place = (int) (index % Tile.FULL);
        hash.into(hashes, place);
        if (place == Tile.FULL - 1) {
            long number = index / Tile.FULL;
            full.take(Tile.full(level, number), hashes.clone());
            put(level + 1, number, Tile.root(hashes));
        }
    }

    private byte[] edge(int level) {
        while (edge.size() <= level) {
            edge.add(new byte[Tile.FULL * Hash.BYTES]);
        }
        return edge.get(level);
    }

    /** The root over all leaves. */
    public Hash root() {
        return Tree.root(size, new Tiles(size, this));
    }

    /** Whether a tile is among those that are not full yet. */
    public boolean has(Tile tile) {
        return tile.isIn(size) && tile.number() == Tile.count(tile.level(), size) / Tile.FULL;
    }

    /**
     * The hashes of a tile that is not full yet.
     *
     * @throws IllegalArgumentException if it is another one
     */
    @Override
    public byte[] hashes(Tile tile) {
        if (!has(tile)) {
            throw new IllegalArgumentException(tile + " is not at the edge of " + size);
        }
        return Arrays.copyOf(edge(tile.level()), tile.width() * Hash.BYTES);
    }
}
