package org.aidledger.api.imports.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.aidledger.api.imports.sheet.HeadedRows;
import org.aidledger.api.imports.xml.HardenedXml;

/** Reads the cells of a sheet, row by row. */
final class SheetRows {

    /** Of all texts of one row. */
    private static final int MOST_CHARACTERS = 1 << 20;

    /** As long as a text in a cell may be, and some more for its escapes. */
    private static final int MOST_IN_CELL = 1 << 18;

    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_MERGED = 5;

    private final HardenedXml xml;
    private final CellTexts texts;
    private final HeadedRows rows;
    private final List<String> merged = new ArrayList<>();
    private SortedMap<Integer, String> cells = new TreeMap<>();
    private SortedMap<Integer, String> faults = new TreeMap<>();
    private long number;
    private int place;
    private int inRow;
    private int characters;
    private boolean rowHidden;
    private int hidden;

    private SheetRows(HardenedXml xml, CellTexts texts, HeadedRows rows) {
        this.xml = xml;
        this.texts = texts;
        this.rows = rows;
    }

    static SheetRows read(HardenedXml xml, CellTexts texts, HeadedRows rows) {
        SheetRows sheet = new SheetRows(xml, texts, rows);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                sheet.start(xml.localName());
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.localName().equals("row")) {
                sheet.endRow();
            }
        }
        return sheet;
    }

    /** Rows that are not blank and hidden. */
    int hidden() {
        return hidden;
    }

    /** The first of those stretches of cells that are merged. */
    List<String> merged() {
        return merged;
    }

    private void start(String element) {
        switch (element) {
            case "row" -> startRow();
            case "c" -> cell();
            case "mergeCell" -> {
                if (merged.size() < MOST_MERGED) {
                    merged.add(xml.attribute("ref"));
                }
            }
            default -> {}
        }
    }

    private void startRow() {
        String said = xml.attribute("r");
        long next = said.isEmpty() ? number + 1 : number(said);
        if (next <= number || next > MOST_ROWS) {
            throw XlsxZip.malformed();
        }
        number = next;
        place = -1;
        inRow = 0;
        characters = 0;
        rowHidden = Workbook.isTrue(xml.attribute("hidden"));
        cells = new TreeMap<>();
        faults = new TreeMap<>();
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private void endRow() {
        if (rowHidden && !(cells.isEmpty() && faults.isEmpty())) {
            hidden++;
        }
        rows.row(number, cells, faults);
    }

    private void cell() {
        String at = xml.attribute("r");
        place = at.isEmpty() ? place + 1 : place(at);
        if (place < 0 || place >= HeadedRows.MOST_COLUMNS || ++inRow > HeadedRows.MOST_COLUMNS) {
            throw XlsxZip.malformed();
        }
        CellTexts.Raw raw =
                new CellTexts.Raw(
                        xml.attribute("t"), Math.max(0, number("0" + xml.attribute("s"))));
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.localName()) {
                    case "v" -> raw.value = content();
                    case "is" -> raw.inline = RichText.read(xml, MOST_IN_CELL);
                    case "f" -> {
                        raw.formula = true;
                        xml.skip();
                    }
                    default -> xml.skip();
                }
            }
        }
        keep(texts.read(raw));
    }

    private void keep(CellTexts.Read read) {
        switch (read) {
            case CellTexts.Blank() -> {}
            case CellTexts.Text(String text) -> {
                if (!text.isBlank()) {
                    cells.put(place, text);
                    characters += text.length();
                }
            }
            case CellTexts.Fault(String why) -> faults.put(place, why);
        }
        if (characters > MOST_CHARACTERS) {
            throw new FileRefused(
                    Code.HOSTILE_XLSX,
                    "Row %d is longer than %d characters. Nothing was imported."
                            .formatted(number, MOST_CHARACTERS));
        }
    }

    /** What stands in an element that has no others; empty if it is too long to be meant. */
    private Optional<String> content() {
        StringBuilder content = new StringBuilder();
        boolean tooLong = false;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA) {
                tooLong |= content.length() > MOST_IN_CELL;
                if (!tooLong) {
                    content.append(xml.text());
                }
            }
        }
        return tooLong ? Optional.empty() : Optional.of(content.toString());
    }

    /** The column of a reference such as {@code AB12}, from 0; negative if it is none. */
    private static int place(String reference) {
        int column = 0;
        int i = 0;
        while (i < reference.length() && i < 4 && Character.isLetter(reference.charAt(i))) {
            column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
            i++;
        }
        return column - 1;
    }
}
