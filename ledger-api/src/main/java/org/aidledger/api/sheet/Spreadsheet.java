package org.aidledger.api.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A file of tables. Rows go to disk as they are added, so that their number costs no memory; {@link
 * #close} takes them away again.
 *
 * <pre>{@code
 * try (Spreadsheet file = new Spreadsheet()) {
 *     Table table = file.table("Projects", 14, 40, 18);
 *     table.heading("Project", "Name", "Paid (CNY)");
 *     table.row(Cell.text("P-1"), Cell.text("School"), Cell.amount(paid));
 *     file.writeTo(out);
 * }
 * }</pre>
 */
public final class Spreadsheet implements AutoCloseable {

    /** The media type of .xlsx. */
    public static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Rows of a table that are in memory. */
    private static final int ROWS_IN_MEMORY = 50;

    private final SXSSFWorkbook book;
    private final Styles styles;

    public Spreadsheet() {
        XSSFWorkbook empty = new XSSFWorkbook();
        empty.getProperties().getCoreProperties().setCreator("Aid Ledger");
        // Texts stand in their cells; a table of shared ones would have to be kept in memory.
        book = new SXSSFWorkbook(empty, ROWS_IN_MEMORY, false, false);
        styles = new Styles(book);
    }

    /**
     * Another table, behind those that are there.
     *
     * @param name on its tab; what a tab cannot show is replaced
     * @param widths of its columns in characters, as many as it has
     */
    public Table table(String name, int... widths) {
        return new Table(book.createSheet(WorkbookUtil.createSafeSheetName(name)), styles, widths);
    }

    /** Writes the file. Nothing can be added afterwards. */
    public void writeTo(OutputStream out) throws IOException {
        book.write(out);
    }

    @Override
    public void close() {
        try {
            book.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
