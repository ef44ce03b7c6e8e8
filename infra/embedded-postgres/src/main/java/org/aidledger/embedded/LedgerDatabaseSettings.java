package org.aidledger.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the ledger keeps its data.
 *
 * @param data the folder of the embedded server, {@code ledger.data}
 * @param db a server to use instead, {@code ledger.db.*}
 * @param store {@code embedded} or {@code postgres}, which {@code db} says too, or {@code
 *     axon-server}, where events are kept elsewhere and copied into the database
 */
@ConfigurationProperties("ledger")
record LedgerDatabaseSettings(
        @DefaultValue("data") Path data, @DefaultValue Server db, @DefaultValue("") String store) {

    private static final String EMBEDDED = "embedded";
    private static final String POSTGRES = "postgres";
    private static final String AXON_SERVER = "axon-server";

    LedgerDatabaseSettings {
        boolean names = !db.url().isBlank();
        requireAddress("LEDGER_DB_URL", db.url());
        requireAddress("LEDGER_DB_READ_URL", db.read().url());
        switch (store) {
            case "", AXON_SERVER -> {}
            case EMBEDDED ->
                    require(!names, store, "needs ledger.db.url to be empty (LEDGER_DB_URL)");
            case POSTGRES -> require(names, store, "needs ledger.db.url (LEDGER_DB_URL)");
            default -> require(false, store, "is none of embedded, postgres and axon-server");
        }
    }

    private static void requireAddress(String setting, String url) {
        if (!url.isBlank() && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "%s is an address such as jdbc:postgresql://db.example:5432/ledger"
                            .formatted(setting));
        }
    }

    private static void require(boolean holds, String store, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "ledger.store=%s (LEDGER_STORE) %s".formatted(store, sentence));
        }
    }

    /**
     * A PostgreSQL server that somebody else runs.
     *
     * @param url a JDBC URL, or nothing for the embedded server
     * @param user as whom the ledger works
     * @param owner as whom it makes and changes the tables of events; nothing for the same user
     * @param read a standby that follows it, for questions
     */
    record Server(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue Owner owner,
            @DefaultValue Read read) {

        Owner ownerOrUser() {
            return owner.user().isBlank() ? new Owner(user, password) : owner;
        }

        Read readOrNone() {
            return read.user().isBlank() ? new Read(read.url(), user, password) : read;
        }

        @Override
        public String toString() {
            return url; // never the password
        }
    }

    /**
     * A standby.
     *
     * @param url a JDBC URL, or nothing for none
     * @param user nothing for the same as on the primary, whose roles it has
     */
    record Read(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {

        @Override
        public String toString() {
            return url; // never the password
        }
    }

    /** The owner of the tables of events. */
    record Owner(@DefaultValue("") String user, @DefaultValue("") String password) {

        @Override
        public String toString() {
            return user; // never the password
        }
    }

    boolean namesServer() {
        return !db.url().isBlank();
    }
}
