package org.aidledger.api.imports.xlsx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aidledger.api.imports.sheet.HeadedRows;
import org.aidledger.api.imports.sheet.SheetFormat;
import org.aidledger.api.imports.sheet.SheetWords;
import org.aidledger.api.imports.xml.HardenedXml;

/**
 * Reads the sheet of a workbook that has the template's name, else the first that is not hidden. Of
 * formulas the result is taken that the spreadsheet has stored with them. Hidden rows count as
 * others; of merged cells only the first has the value. The reader is told of both.
 */
public final class XlsxSheet implements SheetFormat {

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public void read(Path file, Reader reader) {
        try (XlsxZip zip = XlsxZip.open(file)) {
            String main = Workbook.main(zip);
            Workbook book = Workbook.of(zip, main);
            Workbook.Sheet sheet = chosen(book.sheets());
            CellTexts texts =
                    new CellTexts(sharedTexts(zip, main), formats(zip, main), book.from1904());
            HeadedRows rows = new HeadedRows(reader);
            SheetRows found;
            try (HardenedXml xml = zip.part(sheet.part()).orElseThrow(XlsxZip::malformed)) {
                found = SheetRows.read(xml, texts, rows);
            }
            rows.end("The sheet '%s' is empty.".formatted(sheet.name()));
            tell(book, sheet, found, reader);
        }
    }

    private static Workbook.Sheet chosen(List<Workbook.Sheet> sheets) {
        return sheets.stream()
                .filter(s -> s.name().equals(SheetWords.text("sheet")))
                .findFirst()
                .or(() -> sheets.stream().filter(s -> !s.hidden()).findFirst())
                .orElseThrow(XlsxZip::malformed);
    }

    private static SharedTexts sharedTexts(XlsxZip zip, String main) {
        Optional<HardenedXml> part = Workbook.partOf(zip, main, "sharedStrings").flatMap(zip::part);
        if (part.isEmpty()) {
            return SharedTexts.none();
        }
        try (HardenedXml xml = part.get()) {
            return SharedTexts.of(xml);
        }
    }

    private static CellFormats formats(XlsxZip zip, String main) {
        Optional<HardenedXml> part = Workbook.partOf(zip, main, "styles").flatMap(zip::part);
        if (part.isEmpty()) {
            return CellFormats.none();
        }
        try (HardenedXml xml = part.get()) {
            return CellFormats.of(xml);
        }
    }

    private static void tell(Workbook book, Workbook.Sheet sheet, SheetRows found, Reader reader) {
        List<Workbook.Sheet> others = book.sheets().stream().filter(s -> !s.equals(sheet)).toList();
        if (!others.isEmpty() && !sheet.name().equals(SheetWords.text("sheet"))) {
            reader.remark(
                    sheet.name(),
                    "SHEET_READ",
                    "The sheet '%s' was read; not read: %s."
                            .formatted(
                                    sheet.name(),
                                    others.stream()
                                            .limit(10)
                                            .map(s -> "'" + s.name() + "'")
                                            .collect(Collectors.joining(", "))));
        }
        if (found.hidden() > 0) {
            reader.remark(
                    sheet.name(),
                    "HIDDEN_ROWS",
                    "%d rows are hidden in the sheet; they count as the others."
                            .formatted(found.hidden()));
        }
        if (!found.merged().isEmpty()) {
            reader.remark(
                    sheet.name(),
                    "MERGED_CELLS",
                    "Cells are merged (%s); only the first of them has the value."
                            .formatted(String.join(", ", found.merged())));
        }
    }
}
