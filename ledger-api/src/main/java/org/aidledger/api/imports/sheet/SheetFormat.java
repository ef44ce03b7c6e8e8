package org.aidledger.api.imports.sheet;

import java.nio.file.Path;
import org.aidledger.api.imports.FileRefused;

/** A kind of file that holds a sheet. */
public interface SheetFormat {

    /** Its name in the address, such as {@code xlsx}. */
    String format();

    /**
     * Reads a file from top to bottom.
     *
     * @throws FileRefused if it is none of this kind, or its heading is not right
     */
    void read(Path file, Reader reader);

    /** What hears of a sheet as it is read. */
    interface Reader {

        /** The heading, before any row. */
        default void heading(Heading heading) {}

        /** A row that is not blank. */
        void row(Row row);

        /**
         * Something that whoever made the sheet should know.
         *
         * @param subject the sheet's name
         * @param code permanent code
         * @param message one sentence
         */
        default void remark(String subject, String code, String message) {}
    }
}
