package org.aidledger.api.imports;

/**
 * Where in the file a command comes from.
 *
 * @param type under which its outcome is counted
 * @param currency under which its outcome is counted, empty for commands without an amount
 * @param isLine whether it stands for a line of money; openings and enrolments do not
 * @param subject as in {@link ImportReport.Remark}
 * @param row as in {@link ImportReport.Remark}
 * @param column as in {@link ImportReport.Remark}
 * @param cell as in {@link ImportReport.Remark}
 */
public record Origin(
        String type,
        String currency,
        boolean isLine,
        String subject,
        long row,
        String column,
        String cell) {

    /** A place that is no cell. */
    public Origin(
            String type, String currency, boolean isLine, String subject, long row, String column) {
        this(type, currency, isLine, subject, row, column, "");
    }

    /** A remark about this place. */
    public ImportReport.Remark remark(String code, String message) {
        return new ImportReport.Remark(subject, row, column, cell, code, message);
    }

    /** The same place, in one of its columns. */
    public Origin in(String other, String itsCell) {
        return new Origin(type, currency, isLine, subject, row, other, itsCell);
    }
}
