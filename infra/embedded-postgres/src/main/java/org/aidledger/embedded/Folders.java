package org.aidledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders, for what {@link Files} does one file at a time. */
final class Folders {

    private Folders() {}

    /** The folder and everything in it, parents first; nothing when it does not exist. */
    static List<Path> contents(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.toList();
        }
    }

    static void delete(Path folder) throws IOException {
        List<Path> childrenFirst =
                contents(folder).stream().sorted(Comparator.reverseOrder()).toList();
        for (Path path : childrenFirst) {
            Files.deleteIfExists(path);
        }
    }

    /** Lets other accounts read the folder itself, where the platform has such permissions. */
    static void openForReading(Path folder) throws IOException {
        var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
