package org.aidledger.api.imports;

/** A file that cannot be taken as a whole. Nothing of it was posted. */
public final class FileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why; the names are part of the public contract. */
    public enum Code {
        /** It is not XML, or ends too early. */
        MALFORMED_XML,
        /** It declares a document type or entities, which no published file needs. */
        HOSTILE_XML,
        /** It is XML of another kind than IATI activities. */
        NOT_IATI,
        /** It is IATI of another version than 2.0x. */
        IATI_VERSION_UNSUPPORTED,
        /** One activity, or one element of it, is larger than any that can be meant. */
        ACTIVITY_TOO_LARGE,
        /** A fund of the id that the file needs exists and was not opened by an import. */
        FUND_TAKEN,
        /** It is an older kind of spreadsheet, protected by a password, damaged, or none at all. */
        MALFORMED_XLSX,
        /** It is larger inside than any sheet that can be meant, or built to do harm. */
        HOSTILE_XLSX,
        /** It is not UTF-8, or its quotes do not close. */
        MALFORMED_CSV,
        /** It is not UTF-8, or has a line that no command can be as long as. */
        MALFORMED_NDJSON,
        /** Its header lacks a column, names one twice, or names one that no command has. */
        WRONG_COLUMNS,
        /** It has more lines than can be taken all or nothing; import it with {@code mode=each}. */
        TOO_MANY_ROWS,
        /** There is nothing in it. */
        EMPTY_FILE,
        /** It is larger than the server takes. */
        FILE_TOO_LARGE,
        /** There is no importer of that name. */
        FORMAT_UNKNOWN
    }

    private final Code code;

    public FileRefused(Code code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
