package org.aidledger.eventstore.log;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.aidledger.proof.Tile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The full tiles of the tree. */
final class StoredTiles {

    private static final String INSERT =
            """
            insert into ledger.tiles (level, number, hashes)
            select * from unnest(:levels, :numbers, :hashes)
            on conflict do nothing
            returning level, number
            """;

    private static final String FIND =
            "select hashes from ledger.tiles where level = :level and number = :number";

    private static final String SOME =
            """
            select number, hashes from ledger.tiles
            where level = :level and number >= :first and number < :end
            order by number
            """;

    /** They are written in order, so that the last one tells their number. */
    private static final String COUNT =
            "select coalesce(max(number), -1) + 1 from ledger.tiles where level = 0";

    private final JdbcClient jdbc;

    StoredTiles(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A full tile and its hashes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record FullTile(Tile tile, byte[] hashes) {}

    /** How many full tiles of leaves there are. */
    long count() {
        return jdbc.sql(COUNT).query(Long.class).single();
    }

    /**
     * Stores tiles durably, for they are not made again while this process lives; answers those in
     * whose places others stand already.
     */
    List<FullTile> store(List<FullTile> tiles) {
        Set<Tile> stored =
                jdbc.sql(INSERT)
                        .param("levels", levels(tiles))
                        .param("numbers", numbers(tiles))
                        .param(
                                "hashes",
                                tiles.stream().map(FullTile::hashes).toArray(byte[][]::new))
                        .query((row, _) -> Tile.full(row.getInt(1), row.getLong(2)))
                        .set();
        return tiles.stream().filter(tile -> !stored.contains(tile.tile())).toList();
    }

    private static Integer[] levels(List<FullTile> tiles) {
        return tiles.stream().map(tile -> tile.tile().level()).toArray(Integer[]::new);
    }

    private static Long[] numbers(List<FullTile> tiles) {
        return tiles.stream().map(tile -> tile.tile().number()).toArray(Long[]::new);
    }

    /** The hashes of a full tile. */
    Optional<byte[]> find(Tile tile) {
        return jdbc.sql(FIND)
                .param("level", tile.level())
                .param("number", tile.number())
                .query(byte[].class)
                .optional();
    }

    /** Full tiles of a level, in order. */
    List<FullTile> some(int level, long first, int count) {
        return jdbc.sql(SOME)
                .param("level", level)
                .param("first", first)
                .param("end", first + count)
                .query((row, _) -> new FullTile(Tile.full(level, row.getLong(1)), row.getBytes(2)))
                .list();
    }
}
