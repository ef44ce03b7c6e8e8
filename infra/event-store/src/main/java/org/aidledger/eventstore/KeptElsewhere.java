package org.aidledger.eventstore;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mark of a database whose events are a copy of those in another store. */
public final class KeptElsewhere {

    private static final String LOOK = "select store from ledger.original";
    private static final String NOTE =
            "insert into ledger.original (store) values (?) on conflict do nothing";

    private KeptElsewhere() {}

    /**
     * Sets the mark, which stays.
     *
     * @param store what people call it
     */
    public static void note(DataSource database, String store) {
        JdbcClient.create(database).sql(NOTE).param(store).update();
    }

    /**
     * Asks before something is appended here.
     *
     * @throws IllegalStateException if the events are a copy
     */
    static void requireNot(DataSource database) {
        JdbcClient.create(database)
                .sql(LOOK)
                .query(String.class)
                .optional()
                .ifPresent(store -> {
                    throw new IllegalStateException(
                            ("the events in this database are a copy of those in %s; set LEDGER_STORE"
                                            + " as it was, or move the ledger with"
                                            + " `aidledger migrate` into an empty database")
                                    .formatted(store));
                });
    }
}
