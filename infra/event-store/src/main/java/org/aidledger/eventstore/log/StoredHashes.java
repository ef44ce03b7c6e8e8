package org.aidledger.eventstore.log;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aidledger.eventstore.log.StoredTiles.FullTile;
import org.aidledger.proof.Hash;
import org.aidledger.proof.Tile;

/** The full tiles of one level, read in order beside whoever goes through the events. */
final class StoredHashes {

    private static final int TILES_AT_ONCE = 64;

    private final StoredTiles stored;
    private final int level;
    private final Map<Long, byte[]> page = new HashMap<>();
    private long pageEnd;
    private long tiles;

    StoredHashes(StoredTiles stored, int level) {
        this.stored = stored;
        this.level = level;
    }

    /** The hash at an index of this level, as it is stored; indexes must rise. */
    Optional<Hash> at(long index) {
        long number = index / Tile.FULL;
        if (number >= pageEnd) {
            page.clear();
            for (FullTile tile : stored.some(level, number, TILES_AT_ONCE)) {
                page.put(tile.tile().number(), tile.hashes());
            }
            pageEnd = number + TILES_AT_ONCE;
            tiles += page.size();
        }
        return Optional.ofNullable(page.get(number))
                .map(hashes -> Hash.at(hashes, (int) (index % Tile.FULL)));
    }

    /** How many tiles were read. */
    long tiles() {
        return tiles;
    }
}
