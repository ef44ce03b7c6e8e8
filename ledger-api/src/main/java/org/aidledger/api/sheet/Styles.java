package org.aidledger.api.sheet;

import java.util.HashMap;
import java.util.Map;
import org.aidledger.api.sheet.Table.Emphasis;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormat;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The few looks that cells have; a file may hold each only once. */
final class Styles {

    /** Makes a cell a text, even after somebody has typed into it. */
    private static final String TEXT = "@";

    private record Key(String format, Emphasis emphasis) {}

    private final SXSSFWorkbook book;
    private final DataFormat formats;
    private final Map<Key, CellStyle> known = new HashMap<>();
    private final CellStyle title;
    private final CellStyle note;
    private final CellStyle heading;

    Styles(SXSSFWorkbook book) {
        this.book = book;
        this.formats = book.createDataFormat();
        title = text(font(true, IndexedColors.AUTOMATIC, 14));
        note = text(font(false, IndexedColors.GREY_50_PERCENT, 10));
        heading = text(font(true, IndexedColors.WHITE, 11));
        heading.setFillForegroundColor(IndexedColors.DARK_TEAL.getIndex());
        heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        heading.setVerticalAlignment(VerticalAlignment.CENTER);
        heading.setWrapText(true);
    }

    CellStyle title() {
        return title;
    }

    CellStyle note() {
        return note;
    }

    CellStyle heading() {
        return heading;
    }

    CellStyle of(Cell cell, Emphasis emphasis) {
        return known.computeIfAbsent(new Key(format(cell), emphasis), this::style);
    }

    private static String format(Cell cell) {
        return switch (cell) {
            case Cell.Text _, Cell.Blank _ -> TEXT;
            case Cell.Number(var value, boolean grouped) ->
                    (grouped ? "#,##0" : "0") + decimals(value.scale());
            case Cell.Day _ -> "yyyy-mm-dd";
        };
    }

    private static String decimals(int scale) {
        return scale <= 0 ? "" : "." + "0".repeat(scale);
    }

    private CellStyle style(Key key) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(formats.getFormat(key.format()));
        if (key.format().startsWith("#") || key.format().startsWith("0")) {
            style.setAlignment(HorizontalAlignment.RIGHT);
        }
        switch (key.emphasis()) {
            case NONE -> {}
            case STRONG -> {
                style.setFont(font(true, IndexedColors.AUTOMATIC, 11));
                style.setBorderTop(BorderStyle.THIN);
            }
            case FAINT -> style.setFont(font(false, IndexedColors.GREY_50_PERCENT, 11));
            case ALERT -> style.setFont(font(false, IndexedColors.DARK_RED, 11));
        }
        return style;
    }

    private CellStyle text(Font font) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(formats.getFormat(TEXT));
        style.setFont(font);
        return style;
    }

    private Font font(boolean bold, IndexedColors color, int points) {
        Font font = book.createFont();
        font.setBold(bold);
        font.setFontHeightInPoints((short) points);
        if (color != IndexedColors.AUTOMATIC) {
            font.setColor(color.getIndex());
        }
        return font;
    }
}
