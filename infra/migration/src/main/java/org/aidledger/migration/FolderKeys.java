package org.aidledger.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.aidledger.event.MigrationRefused;

/** The keys beside the data, which no database holds: from one folder into another. */
final class FolderKeys {

    private static final List<String> FILES = List.of("log.key", "payees.key");

    private FolderKeys() {}

    /**
     * Copies those that are there.
     *
     * @throws MigrationRefused if the target has another key
     */
    static void copy(Path from, Path to) {
        try {
            for (String name : FILES) {
                Path key = from.resolve(name);
                Path copy = to.resolve(name);
                if (Files.exists(copy)) {
                    requireSame(key, copy);
                } else if (Files.exists(key)) {
                    Files.createDirectories(to);
                    Files.copy(key, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the keys could not be copied", e);
        }
    }

    private static void requireSame(Path key, Path copy) throws IOException {
        if (!Files.exists(key) || Files.mismatch(key, copy) >= 0) {
            throw new MigrationRefused(copy + " is there already, and is not the source's");
        }
    }
}
