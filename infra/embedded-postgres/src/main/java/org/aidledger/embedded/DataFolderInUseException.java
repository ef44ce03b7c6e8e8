package org.aidledger.embedded;

import java.nio.file.Path;

/** Another process, or another part of this one, works on the data folder. */
public final class DataFolderInUseException extends EmbeddedPostgresException {

    private final Path folder;

    DataFolderInUseException(Path folder, String holder) {
        super("the data folder " + folder + " is in use by " + holder);
        this.folder = folder;
    }

    /** The folder that was asked for. */
    public Path folder() {
        return folder;
    }
}
