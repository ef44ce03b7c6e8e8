package org.aidledger.api.imports;

import java.nio.file.Path;

/** Posts files of one format. */
public interface Importer {

    /** The format's name in the address, such as {@code iati}. */
    String format();

    /** Whether lines that name no actor are posted in the name of the import. */
    default boolean postsInItsOwnName() {
        return false;
    }

    /**
     * Posts a file, or in a dry run only says what posting it would come to.
     *
     * @return what became of every line
     * @throws FileRefused if the file as a whole cannot be taken; nothing of it is posted then
     */
    ImportReport run(Path file, ImportOptions options, Progress progress);
}
