package org.aidledger.embedded;

import java.nio.file.Path;

/** Another process, or another part of this one, works on the data folder. */
public final class DataFolderInUseException extends EmbeddedPostgresException {

    DataFolderInUseException(Path folder, String holder) {
        super("the data folder " + folder + " is in use by " + holder);
    }
}
