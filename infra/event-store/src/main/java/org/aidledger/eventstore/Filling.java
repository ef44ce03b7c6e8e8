package org.aidledger.eventstore;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The mark of a database that is being filled from another store. While it stands no node works on
 * what would be half a ledger.
 *
 * @param source where the ledger comes from
 * @param since when that was begun
 */
public record Filling(String source, Instant since) {

    private static final String IS_THERE = "select to_regclass('ledger.filling') is not null";
    private static final String LOOK = "select source, since from ledger.filling";
    private static final String BEGIN = "insert into ledger.filling (source) values (?)";
    private static final String END = "delete from ledger.filling";

    /** That of a database, if it is being filled. */
    public static Optional<Filling> of(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        return jdbc.sql(IS_THERE).query(Boolean.class).single()
                ? jdbc.sql(LOOK)
                        .query((row, _) ->
                                new Filling(
                                        row.getString(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant()))
                        .optional()
                : Optional.empty();
    }

    /** Sets the mark. */
    public static void begin(DataSource owner, String source) {
        JdbcClient.create(owner).sql(BEGIN).param(source).update();
    }

    /** Takes it away: the ledger is whole. */
    public static void end(DataSource owner) {
        JdbcClient.create(owner).sql(END).update();
    }

    /**
     * Asks before a node begins to work.
     *
     * @throws IllegalStateException if there is a mark
     */
    static void requireNone(DataSource database) {
        of(database)
                .ifPresent(filling -> {
                    throw new IllegalStateException(
                            ("this database is being filled from %s since %s, and not whole yet;"
                                            + " run `aidledger migrate` again to end that")
                                    .formatted(filling.source(), filling.since()));
                });
    }
}
