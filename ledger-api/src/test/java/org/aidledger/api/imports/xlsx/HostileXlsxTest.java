package org.aidledger.api.imports.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.aidledger.api.imports.ImportOptions;
import org.aidledger.api.imports.MemoryLedger;
import org.aidledger.api.imports.Rehearsal;
import org.aidledger.api.imports.lines.CommandFileImporter;
import org.aidledger.api.imports.sheet.SheetCommands;
import org.aidledger.fund.PostBatch.BatchMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks that mean harm, or are none: refused by name, soon, with nothing posted. */
@Timeout(60)
class HostileXlsxTest {

    private static final String GOOD =
            """
            <row r="1"><c t="inlineStr"><is><t>command</t></is></c><c t="inlineStr"><is><t>fund</t></is></c>\
            <c t="inlineStr"><is><t>effective</t></is></c><c t="inlineStr"><is><t>note</t></is></c></row>\
            """;

    private final MemoryLedger ledger = new MemoryLedger();

    @TempDir private Path folder;

    private FileRefused refused(byte[] bytes) throws IOException {
        Path file = folder.resolve("file.xlsx");
        Files.write(file, bytes);
        FileRefused refused = catchThrowableOfType(FileRefused.class, () -> run(file));
        assertThat(ledger.count()).isZero();
        assertThat(refused.getMessage()).doesNotContain("Exception", "java.");
        return refused;
    }

    private void run(Path file) {
        new CommandFileImporter(
                        new SheetCommands(new XlsxSheet(), new CommandBinding()),
                        ledger,
                        () -> new Rehearsal(ledger))
                .run(
                        file,
                        new ImportOptions(false, BatchMode.EACH, Optional.empty()),
                        (_, _) -> {});
    }

    private Code codeOf(byte[] bytes) throws IOException {
        return refused(bytes).code();
    }

    @Test
    void noWorkbookAtAll() throws IOException {
        assertThat(codeOf(new byte[0])).isEqualTo(Code.EMPTY_FILE);
        assertThat(codeOf(bytes("command,fund\n"))).isEqualTo(Code.MALFORMED_XLSX);
        assertThat(codeOf(bytes("PK"))).isEqualTo(Code.MALFORMED_XLSX);
        assertThat(codeOf(bytes("PK\u0003\u0004"))).isEqualTo(Code.MALFORMED_XLSX);
        assertThat(codeOf(zip("anything.txt", "x"))).isEqualTo(Code.MALFORMED_XLSX);
        byte[] ole = new byte[2048];
        ole[0] = (byte) 0xD0;
        ole[1] = (byte) 0xCF;
        ole[2] = 0x11;
        ole[3] = (byte) 0xE0;
        assertThat(refused(ole).getMessage()).contains(".xls", "password");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void cutOffAnywhere() throws IOException {
        byte[] whole = Parts.of(GOOD).zip();
        for (int length = 1; length < whole.length; length += 11) {
            assertThat(codeOf(Arrays.copyOf(whole, length)))
                    .as("cut after %d bytes", length)
                    .isEqualTo(Code.MALFORMED_XLSX);
        }
    }

    @Test
    void entitiesInAnyPart() throws IOException {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "top secret");
        String doctype = "<!DOCTYPE a [<!ENTITY x SYSTEM \"%s\">]>".formatted(secret.toUri());
        for (String part :
                new String[] {
                    "xl/workbook.xml",
                    "xl/worksheets/sheet1.xml",
                    "xl/sharedStrings.xml",
                    "xl/styles.xml",
                    "_rels/.rels",
                    "xl/_rels/workbook.xml.rels"
                }) {
            FileRefused refused = refused(Parts.of(GOOD).with(part, doctype + "<a>&x;</a>").zip());
            assertThat(refused.code()).as(part).isEqualTo(Code.HOSTILE_XLSX);
            assertThat(refused.getMessage()).doesNotContain("top secret");
        }
    }

    /** Some kilobytes that unpack to forty megabytes of nothing. */
    @Test
    void aBomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
            zip.write(
                    bytes(
                            "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(
                    bytes("<workbook><sheets><sheet name=\"a\" id=\"rId1\"/></sheets></workbook>"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(bytes("<worksheet><sheetData>" + GOOD));
            byte[] rows = bytes(("<row>" + "<c/>".repeat(1000) + "</row>").repeat(100));
            for (int i = 0; i < 100; i++) {
                zip.write(rows);
            }
        }
        assertThat(bytes.size()).isLessThan(500_000);
        assertThat(codeOf(bytes.toByteArray())).isEqualTo(Code.HOSTILE_XLSX);
    }

    @Test
    void moreTextThanAnySheetHas() throws IOException {
        String texts = ("<si><t>" + "x".repeat(30_000) + "</t></si>").repeat(201);
        assertThat(codeOf(shared("<sst>" + texts + "</sst>"))).isEqualTo(Code.HOSTILE_XLSX);
        assertThat(codeOf(shared("<sst>" + "<si/>".repeat(1_000_001) + "</sst>")))
                .isEqualTo(Code.HOSTILE_XLSX);
        assertThat(codeOf(shared("<sst><si><t>" + "x".repeat(7_000_000) + "</t></si></sst>")))
                .isEqualTo(Code.HOSTILE_XLSX);
    }

    private static byte[] shared(String xml) {
        return Parts.of(GOOD).with("xl/sharedStrings.xml", xml).zip();
    }

    @Test
    void rowsOfAnyLength() throws IOException {
        String wide =
                "<c t=\"inlineStr\"><is><t>%s</t></is></c>"
                        .formatted("x".repeat(30_000))
                        .repeat(40);
        assertThat(codeOf(Parts.of(GOOD + "<row>" + wide + "</row>").zip()))
                .isEqualTo(Code.HOSTILE_XLSX);
        for (String cell : new String[] {"<c/>", "<c r=\"A2\"/>"}) {
            assertThat(codeOf(Parts.of(GOOD + "<row>" + cell.repeat(20_000) + "</row>").zip()))
                    .isEqualTo(Code.MALFORMED_XLSX);
        }
        assertThat(codeOf(Parts.of(GOOD + "<row r=\"2000000\"/>").zip()))
                .isEqualTo(Code.MALFORMED_XLSX);
        assertThat(codeOf(Parts.of(GOOD + "<row r=\"5\"/><row r=\"5\"/>").zip()))
                .isEqualTo(Code.MALFORMED_XLSX);
    }

    /** What is wrong with one cell is told of that cell. */
    @Test
    void aCellOfAnyLengthIsARowThatIsRefused() throws IOException {
        Path file = folder.resolve("long.xlsx");
        Files.write(
                file,
                Parts.of(
                                GOOD
                                        + "<row r=\"2\"><c r=\"D2\"><v>%s</v></c></row>"
                                                .formatted("1".repeat(1_000_000)))
                        .zip());
        run(file);
        assertThat(ledger.count()).isZero();
    }

    @Test
    void manyParts() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 70_000; i++) {
                zip.putNextEntry(new ZipEntry("p" + i));
            }
        }
        assertThat(codeOf(bytes.toByteArray())).isEqualTo(Code.HOSTILE_XLSX);
    }

    @Test
    void manySheetsNestedElementsAndOddRelations() throws IOException {
        Parts sheets = Parts.of(GOOD);
        assertThat(
                        codeOf(
                                sheets.replaced(
                                                "xl/workbook.xml",
                                                "<sheets>",
                                                "<sheets>"
                                                        + "<sheet name=\"x\" id=\"rId1\"/>"
                                                                .repeat(600))
                                        .zip()))
                .isEqualTo(Code.HOSTILE_XLSX);
        assertThat(codeOf(Parts.of(GOOD + "<a>".repeat(60_000)).zip()))
                .isIn(Code.HOSTILE_XLSX, Code.MALFORMED_XLSX);
        assertThat(
                        codeOf(
                                Parts.of(GOOD)
                                        .replaced(
                                                "xl/_rels/workbook.xml.rels",
                                                "worksheets/sheet1.xml",
                                                "../../../etc/passwd")
                                        .zip()))
                .isEqualTo(Code.MALFORMED_XLSX);
    }
}
