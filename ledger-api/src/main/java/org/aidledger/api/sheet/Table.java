package org.aidledger.api.sheet;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** One table of a {@link Spreadsheet}, written from top to bottom. */
public final class Table {

    /** Beyond this many digits a spreadsheet rounds; such a number is written as a text. */
    private static final int EXACT_DIGITS = 15;

    private static final int MOST_CHARACTERS = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    /** What readers of .xlsx take for a character that stands for itself nowhere else. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final int LAST_ROW = SpreadsheetVersion.EXCEL2007.getLastRowIndex();

    private final SXSSFSheet sheet;
    private final Styles styles;
    private int next;

    Table(SXSSFSheet sheet, Styles styles, int... widths) {
        this.sheet = sheet;
        this.styles = styles;
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, Math.min(widths[i], 255) * 256);
        }
    }

    /** A line in large letters. */
    public void title(String text) {
        styled(List.of(text), styles.title());
    }

    /** A line of text that may run over the cells beside it. */
    public void note(String text) {
        styled(List.of(text), styles.note());
    }

    /** An empty row. */
    public void gap() {
        next++;
    }

    /** The columns' names. They, and what stands above them, stay in sight. */
    public void heading(String... names) {
        heading(Arrays.asList(names));
    }

    /** The columns' names. They, and what stands above them, stay in sight. */
    public void heading(List<String> names) {
        styled(names, styles.heading());
        sheet.createFreezePane(0, next);
    }

    /** Lets the reader filter and sort the rows below the heading, which was the last row added. */
    public void filter(int columns) {
        sheet.setAutoFilter(new CellRangeAddress(next - 1, LAST_ROW, 0, columns - 1));
    }

    public void row(Cell... cells) {
        row(Arrays.asList(cells));
    }

    public void row(List<Cell> cells) {
        row(cells, Emphasis.NONE);
    }

    /** How a row stands out. */
    public enum Emphasis {
        NONE,
        /** A sum. */
        STRONG,
        /** An example or remark, set back from what counts. */
        FAINT,
        /** Something that wants attention. */
        ALERT
    }

    public void row(List<Cell> cells, Emphasis emphasis) {
        SXSSFRow row = sheet.createRow(next++);
        for (int i = 0; i < cells.size(); i++) {
            write(row, i, cells.get(i), emphasis);
        }
    }

    /** How many rows there are so far. */
    public int rows() {
        return next;
    }

    /** The form in which cells of a column are shown that somebody will fill in. */
    public void format(int column, Cell like) {
        sheet.setDefaultColumnStyle(column, styles.of(like, Emphasis.NONE));
    }

    /**
     * Offers a list in the cells of a column from the next row on; other values can be typed too.
     *
     * @param table that holds the list, one value in each row
     * @param from its first row, from 1
     * @param to its last row
     */
    public void choices(int column, String table, int from, int to) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation list =
                helper.createValidation(
                        helper.createFormulaListConstraint(
                                "'%s'!$A$%d:$A$%d".formatted(table.replace("'", "''"), from, to)),
                        new CellRangeAddressList(next, LAST_ROW, column, column));
        list.setShowErrorBox(false);
        list.setEmptyCellAllowed(true);
        sheet.addValidationData(list);
    }

    private void styled(List<String> texts, CellStyle style) {
        SXSSFRow row = sheet.createRow(next++);
        for (int i = 0; i < texts.size(); i++) {
            text(row.createCell(i), texts.get(i), style);
        }
    }

    private void write(SXSSFRow row, int column, Cell cell, Emphasis emphasis) {
        CellStyle style = styles.of(cell, emphasis);
        switch (cell) {
            case Cell.Text(String text) -> text(row.createCell(column), text, style);
            case Cell.Number(BigDecimal value, _) -> number(row, column, value, style);
            case Cell.Day(var date) -> {
                SXSSFCell day = row.createCell(column);
                day.setCellValue(date);
                day.setCellStyle(style);
            }
            case Cell.Blank() -> {
                if (emphasis != Emphasis.NONE) {
                    row.createCell(column).setCellStyle(style);
                }
            }
        }
    }

    private void number(SXSSFRow row, int column, BigDecimal value, CellStyle style) {
        SXSSFCell cell = row.createCell(column);
        if (value.stripTrailingZeros().precision() > EXACT_DIGITS) {
            text(cell, value.toPlainString(), style);
        } else {
            cell.setCellValue(value.doubleValue());
            cell.setCellStyle(style);
        }
    }

    private static void text(SXSSFCell cell, String text, CellStyle style) {
        String shown =
                text.length() <= MOST_CHARACTERS
                        ? text
                        : text.substring(0, MOST_CHARACTERS - 1) + "…";
        String escaped = ESCAPE.matcher(shown).replaceAll("_x005F_");
        cell.setCellValue(escaped.length() <= MOST_CHARACTERS ? escaped : shown);
        cell.setCellStyle(style);
    }
}
