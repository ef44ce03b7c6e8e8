package org.aidledger.eventstore.log;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.proof.Tile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The full tiles of the tree. */
final class StoredTiles {

    private static final String INSERT =
            """
            insert into ledger.tiles (level, number, hashes)
            values (:level, :number, :hashes)
            on conflict do nothing
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
    private final TransactionTemplate transaction;

    StoredTiles(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
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
        return Optional.ofNullable(
                        transaction.execute(
                                _ -> tiles.stream().filter(tile -> !stored(tile)).toList()))
                .orElseThrow();
    }

    private boolean stored(FullTile tile) {
        return jdbc.sql(INSERT)
                        .param("level", tile.tile().level())
                        .param("number", tile.tile().number())
                        .param("hashes", tile.hashes())
                        .update()
                > 0;
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
