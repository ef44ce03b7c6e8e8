package org.aidledger.proof;

import java.util.HashMap;
import java.util.Map;

/**
 * The nodes of a tree read from its tiles. Each tile is asked for once, so this is for one question
 * or a few.
 */
public final class Tiles implements Nodes {

    /** Where tiles are. */
    @FunctionalInterface
    public interface Source {

        /** The hashes of a tile, behind each other. */
        byte[] hashes(Tile tile);
    }

    private record Place(int level, long number) {}

    private final long size;
    private final Source source;
    private final Map<Place, byte[]> known = new HashMap<>();

    /**
     * @param size of the tree, whose tiles the source has
     */
    public Tiles(long size, Source source) {
        this.size = size;
        this.source = source;
    }

    @Override
    public Hash node(int level, long index) {
        int tileLevel = level / Tile.HEIGHT;
        int height = level % Tile.HEIGHT;
        long firstHash = index << height;
        long number = firstHash / Tile.FULL;
        byte[] hashes =
                known.computeIfAbsent(
                        new Place(tileLevel, number), place -> source.hashes(widest(place)));
        return Tile.inner(hashes, height, (int) (firstHash % Tile.FULL) >> height);
    }

    private Tile widest(Place place) {
        long left = Tile.count(place.level(), size) - place.number() * Tile.FULL;
        return new Tile(place.level(), place.number(), (int) Math.min(Tile.FULL, left));
    }
}
