package org.aidledger.api.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The template of a sheet with rows in it, as somebody fills it in. */
final class FilledSheet {

    private FilledSheet() {}

    /** A row: what stands in which column. */
    static Map<String, String> disbursement(String amount, String note) {
        return Map.of(
                "command", "拨付 disburse",
                "fund", "taizhou-division1-2022",
                "effective", "2024/6/3",
                "project", "TZ22-010",
                "amount", amount,
                "currency", "CNY",
                "note", note);
    }

    /** Writes the file; answers it. */
    static Path write(Path file, byte[] template, List<Map<String, String>> rows)
            throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template));
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = book.getSheetAt(0);
            for (int i = 0; i < rows.size(); i++) {
                XSSFRow row = sheet.createRow(i + 1);
                rows.get(i)
                        .forEach((column, value) ->
                                row.createCell(column(sheet, column)).setCellValue(value));
            }
            book.write(out);
        }
        return file;
    }

    /** Where a field stands. */
    static int column(XSSFSheet sheet, String name) {
        for (var cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().endsWith(" " + name)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("the template has no column " + name);
    }
}
