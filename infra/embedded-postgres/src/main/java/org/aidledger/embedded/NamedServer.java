package org.aidledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Remembers in a data folder which server its ledger works on, so that nobody who leaves that
 * setting out starts another, empty ledger there with the same keys.
 */
final class NamedServer {

    static final String FILE = "database.url";

    private NamedServer() {}

    /** Notes the server's address, without what may follow it: that can be a password. */
    static void remember(Path dataFolder, String jdbcUrl) {
        String address = jdbcUrl.replaceFirst("\\?.*", "");
        if (!Files.isDirectory(dataFolder) || in(dataFolder).filter(address::equals).isPresent()) {
            return;
        }
        try {
            Files.writeString(dataFolder.resolve(FILE), address + "\n");
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "the data folder " + dataFolder + " cannot be written: " + e, e);
        }
    }

    /** Refuses a folder whose ledger is on a server. */
    static void requireNone(Path dataFolder) {
        in(dataFolder)
                .ifPresent(address -> {
                    throw new EmbeddedPostgresException(
                            ("the ledger of %s is in the database %s: start it, or set LEDGER_DB_URL"
                                            + " and all else that it is started with; if the folder"
                                            + " is to have a ledger of its own instead, remove %s")
                                    .formatted(dataFolder, address, dataFolder.resolve(FILE)));
                });
    }

    private static Optional<String> in(Path dataFolder) {
        try {
            return Files.isDirectory(dataFolder) && Files.exists(dataFolder.resolve(FILE))
                    ? Optional.of(Files.readString(dataFolder.resolve(FILE)).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "the data folder " + dataFolder + " cannot be read: " + e, e);
        }
    }
}
