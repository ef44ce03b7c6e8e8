package org.aidledger.api.imports.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.aidledger.api.imports.sheet.Heading;
import org.aidledger.api.imports.sheet.Row;
import org.aidledger.api.imports.sheet.SheetFormat;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in cells, and what is understood of it. */
class XlsxSheetTest {

    @TempDir private Path folder;

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> remarks = new HashMap<>();
    private final List<Heading> headings = new ArrayList<>();

    private void read(byte[] bytes) throws IOException {
        Path file = folder.resolve("file.xlsx");
        Files.write(file, bytes);
        read(file);
    }

    private void read(Path file) {
        rows.clear();
        remarks.clear();
        new XlsxSheet()
                .read(
                        file,
                        new SheetFormat.Reader() {
                            @Override
                            public void heading(Heading heading) {
                                headings.add(heading);
                            }

                            @Override
                            public void row(Row row) {
                                rows.add(row);
                            }

                            @Override
                            public void remark(String subject, String code, String message) {
                                remarks.put(code, message);
                            }
                        });
    }

    private static final String HEAD =
            "<row r=\"1\">%s</row>"
                    .formatted(
                            texts(
                                    "A",
                                    "command",
                                    "B",
                                    "资金",
                                    "C",
                                    "effective",
                                    "D",
                                    "金额 amount",
                                    "E",
                                    "note"));

    private static String texts(String... cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.length; i += 2) {
            row.append(
                    "<c r=\"%s1\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                            .formatted(cells[i], cells[i + 1]));
        }
        return row.toString();
    }

    /** Cell D2 as it is stored. */
    private Row one(String cell) throws IOException {
        read(
                Parts.of(HEAD + "<row r=\"2\">" + cell + "</row>")
                        .with(
                                "xl/styles.xml",
                                """
                                <styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
                                <numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="&quot;m&quot;#,##0.00"/></numFmts>
                                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="4"/>
                                <xf numFmtId="166"/><xf numFmtId="31"/><xf numFmtId="9"/></cellXfs></styleSheet>
                                """)
                        .with(
                                "xl/sharedStrings.xml",
                                "<sst><si><t>125万</t></si><si><r><t>a</t></r><r><t xml:space=\"preserve\"> b</t></r>"
                                        + "<rPh><t>never</t></rPh></si><si><t>_x005F_x0041_ _x0041_</t></si><si><t/></si></sst>")
                        .zip());
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    /**
     * Style 0 general, 1 date, 2 年月日, 3 and 7 per cent, 4 and 5 amounts, 6 a date by its number.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <c r="D2"><v>1250000.1000000001</v></c>                    | 1250000.1
                    <c r="D2"><v>1250000.1</v></c>                             | 1250000.1
                    <c r="D2"><v>0.30000000000000004</v></c>                   | 0.3
                    <c r="D2"><v>1.1000000000000001</v></c>                    | 1.1
                    <c r="D2" s="4"><v>342000000</v></c>                       | 342000000
                    <c r="D2" s="5"><v>12345678901234.5</v></c>                | 12345678901234.5
                    <c r="D2"><v>1.25E6</v></c>                                | 1250000
                    <c r="D2"><v>1E-2</v></c>                                  | 0.01
                    <c r="D2"><v>-0.005</v></c>                                | -0.005
                    <c r="D2"><v> 7 </v></c>                                   | 7
                    <c r="D2" t="n"><v>1</v></c>                               | 1
                    <c r="D2" s="1"><v>45473</v></c>                           | 2024-06-30
                    <c r="D2" s="2"><v>45473</v></c>                           | 2024-06-30
                    <c r="D2" s="6"><v>45473</v></c>                           | 2024-06-30
                    <c r="D2" s="1"><v>45473.5</v></c>                         | 2024-06-30T12:00
                    <c r="D2" s="1"><v>61</v></c>                              | 1900-03-01
                    <c r="D2" s="3"><v>0.85</v></c>                            | 85%
                    <c r="D2" s="7"><v>0.123</v></c>                           | 12.3%
                    <c r="D2" t="s"><v>0</v></c>                               | 125万
                    <c r="D2" t="s"><v>1</v></c>                               | a b
                    <c r="D2" t="s"><v>2</v></c>                               | _x0041_ A
                    <c r="D2" t="str"><f>A1</f><v>text</v></c>                 | text
                    <c r="D2"><f>1+1</f><v>2</v></c>                           | 2
                    <c r="D2" t="b"><v>1</v></c>                               | true
                    <c r="D2" t="b"><v>0</v></c>                               | false
                    <c r="D2" t="d"><v>2024-06-30T00:00:00</v></c>             | 2024-06-30
                    <c r="D2" t="d"><v>2024-06-30</v></c>                      | 2024-06-30
                    <c r="D2" t="inlineStr"><is><t>=1+1</t></is></c>           | =1+1
                    <c/><c/><c/><c t="inlineStr"><is><t>here</t></is></c>      | here
                    <c r="D2" t="inlineStr"><is><t> 1,250,000 </t></is></c>    | 1,250,000
                    """)
    void aCellIsWhatItShows(String cell, String text) throws IOException {
        Row row = one(cell);
        assertThat(row.faults()).isEmpty();
        assertThat(row.cells()).containsEntry("amount", text).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <c r="D2"><f>1+1</f></c>                     | stored result
                    <c r="D2"><f>1+1</f><v></v></c>              | stored result
                    <c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c> | error (#DIV/0!)
                    <c r="D2"><v>1234567890123456</v></c>        | 15 digits
                    <c r="D2"><v>1e300</v></c>                   | 15 digits
                    <c r="D2" s="1"><v>60</v></c>                | 2024-06-30
                    <c r="D2" s="1"><v>0.5</v></c>               | 2024-06-30
                    <c r="D2" s="1"><v>-3</v></c>                | 2024-06-30
                    <c r="D2" s="1"><v>1e300</v></c>             | 2024-06-30
                    """)
    void whatIsUncertainIsNoValue(String cell, String why) throws IOException {
        Row row = one(cell);
        assertThat(row.cells()).isEmpty();
        assertThat(row.faults().get("amount")).contains(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <c r="D2" t="s"><v>99</v></c>
                    <c r="D2" t="s"><v>-1</v></c>
                    <c r="D2" t="s"><v>x</v></c>
                    <c r="D2"><v>12x</v></c>
                    <c r="D2"><v>NaN</v></c>
                    <c r="D2"><v>e5</v></c>
                    <c r="2"><v>1</v></c>
                    <c r="ZZZZ2"><v>1</v></c>
                    """)
    void whatNoSpreadsheetStoresIsRefused(String cell) {
        FileRefused refused = catchThrowableOfType(FileRefused.class, () -> one(cell));
        assertThat(refused.code()).isEqualTo(Code.MALFORMED_XLSX);
    }

    @Test
    void datesMayCountFrom1904() throws IOException {
        String row = "<row r=\"2\"><c r=\"C2\" s=\"1\"><v>44011</v></c></row>";
        read(
                Parts.of(HEAD + row)
                        .replaced(
                                "xl/workbook.xml",
                                "<sheets>",
                                "<workbookPr date1904=\"1\"/><sheets>")
                        .with(
                                "xl/styles.xml",
                                "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>")
                        .zip());
        assertThat(rows.getFirst().cells()).containsEntry("effective", "2024-06-30");
    }

    @Test
    void cellsAreFoundWhereTheyStand() throws IOException {
        Row row = one("<c r=\"D2\"><v>1</v></c>");
        assertThat(row.number()).isEqualTo(2);
        assertThat(headings.getLast().cell("amount", 7)).isEqualTo("D7");
        assertThat(Heading.letter(25)).isEqualTo("Z");
        assertThat(Heading.letter(26)).isEqualTo("AA");
        assertThat(Heading.letter(701)).isEqualTo("ZZ");
        assertThat(Heading.letter(702)).isEqualTo("AAA");
        assertThat(one("<c r=\"H2\"><v>1</v></c>").overflow()).isTrue();
    }

    /** As people's own workbooks are: titles above, several sheets, hidden rows, merged cells. */
    @Test
    void aWorkbookAsPeopleMakeThem() throws IOException {
        Path file = folder.resolve("own.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet hidden = book.createSheet("old");
            hidden.createRow(0).createCell(0).setCellValue("nothing");
            XSSFSheet sheet = book.createSheet("六月");
            book.createSheet("notes");
            book.setSheetHidden(0, true);
            sheet.createRow(0).createCell(0).setCellValue("二〇二四年六月拨付表");
            row(sheet, 2, "命令", "资金 fund", "业务日期", "Amount", "备注\nnote", "项目");
            row(sheet, 3, "拨付", "aksu-2024", "", "", "", "P-1");
            sheet.getRow(3).getCell(2).setCellValue(LocalDate.of(2024, 6, 30));
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy/m/d"));
            sheet.getRow(3).getCell(2).setCellStyle(date);
            sheet.getRow(3).getCell(3).setCellValue(1250000.1);
            XSSFRichTextString rich = new XSSFRichTextString("第一笔 =SUM(A1)");
            rich.applyFont(0, 2, book.createFont());
            sheet.getRow(3).getCell(4).setCellValue(rich);
            row(sheet, 4, "拨付", "aksu-2024", "2024年7月1日", "125万", "", "P-1");
            sheet.getRow(4).setZeroHeight(true);
            row(sheet, 9, "拨付", "aksu-2024", "", "", "", "P-1");
            XSSFCell sum = sheet.getRow(9).getCell(3);
            sum.setCellFormula("D4*2");
            book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(sum);
            sheet.getRow(9).getCell(2).setCellValue(LocalDateTime.of(2024, 7, 2, 9, 30));
            sheet.getRow(9).getCell(2).setCellStyle(date);
            sheet.addMergedRegion(new CellRangeAddress(3, 4, 1, 1));
            book.write(out);
        }
        read(file);
        assertThat(rows).extracting(Row::number).containsExactly(4L, 5L, 10L);
        assertThat(rows.getFirst().cells())
                .containsEntry("command", "拨付")
                .containsEntry("effective", "2024-06-30")
                .containsEntry("amount", "1250000.1")
                .containsEntry("note", "第一笔 =SUM(A1)")
                .containsEntry("project", "P-1");
        assertThat(rows.get(2).cells())
                .containsEntry("amount", "2500000.2")
                .containsEntry("effective", "2024-07-02T09:30");
        assertThat(remarks.get("SHEET_READ")).contains("'六月'", "'old', 'notes'");
        assertThat(remarks.get("HIDDEN_ROWS")).contains("1 rows");
        assertThat(remarks.get("MERGED_CELLS")).contains("B4:B5");
    }

    private static void row(XSSFSheet sheet, int number, String... texts) {
        var row = sheet.createRow(number);
        for (int i = 0; i < texts.length; i++) {
            if (texts[i].isEmpty()) {
                row.createCell(i);
            } else {
                row.createCell(i).setCellValue(texts[i]);
            }
        }
    }
}
