package org.aidledger.api.imports;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that others published. They are not part of this project, because most carry no licence;
 * where they are absent the tests that need them are skipped and say so.
 */
public final class PublishedFiles {

    private PublishedFiles() {}

    /** A published file, by its path below the shared folder's {@code data}. */
    public static Path file(String name) {
        Path file = shared().resolve("data").resolve(name);
        boolean present = Files.isRegularFile(file);
        String reason =
                "skipped: no published file at " + file.normalize() + " (-Dledger.shared=…)";
        if (!present) {
            System.out.println(reason);
        }
        assumeTrue(present, reason);
        return file;
    }

    private static Path shared() {
        String named = System.getProperty("ledger.shared", "");
        return named.isEmpty() ? root().resolveSibling("shared") : Path.of(named);
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
