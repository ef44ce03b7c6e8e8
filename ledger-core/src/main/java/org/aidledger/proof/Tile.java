package org.aidledger.proof;

/**
 * Where a tile of C2SP's {@code tlog-tiles} stands: up to 256 consecutive hashes of one height. At
 * level 0 they are those of leaves; each hash of a higher level is that of a whole tile below.
 *
 * @param level height of its hashes, in tiles
 * @param number place among the tiles of its level
 * @param width how many hashes it has, 256 if it is full
 */
public record Tile(int level, long number, int width) {

    /** Hashes in a full tile. */
    public static final int FULL = 256;

    /** Binary levels of the tree in a tile. */
    static final int HEIGHT = 8;

    /** A tile of the highest level has 2^56 leaves below it, which no ledger will reach. */
    public static final int LEVELS = 7;

    /**
     * @throws IllegalArgumentException if there can be no such tile
     */
    public Tile {
        if (level < 0 || level >= LEVELS || width < 1 || width > FULL) {
            throw new IllegalArgumentException(
                    "no tile has level " + level + " and width " + width);
        }
        if (number < 0 || number > Long.MAX_VALUE >> (HEIGHT * (level + 1))) {
            throw new IllegalArgumentException("no tile has the number " + number);
        }
    }

    /** The full one at a place. */
    public static Tile full(int level, long number) {
        return new Tile(level, number, FULL);
    }

    /** How many hashes of one level a tree of some size has. */
    static long count(int level, long size) {
        return size >> (HEIGHT * level);
    }

    /** Whether a tree of some size has all its hashes. */
    public boolean isIn(long size) {
        return number * FULL + width <= count(level, size);
    }

    /** The hash over a full tile's hashes. */
    static Hash root(byte[] hashes) {
        return inner(hashes, HEIGHT, 0);
    }

    /**
     * The hash over some hashes of a tile.
     *
     * @param height binary levels above the tile's own hashes
     * @param index of the node among those of this height in the tile
     */
    static Hash inner(byte[] hashes, int height, int index) {
        if (height == 0) {
            return Hash.at(hashes, index);
        }
        return Hash.ofNode(
                inner(hashes, height - 1, 2 * index), inner(hashes, height - 1, 2 * index + 1));
    }
}
