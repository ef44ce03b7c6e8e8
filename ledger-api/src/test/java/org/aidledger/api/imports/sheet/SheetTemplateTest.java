package org.aidledger.api.imports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandNames;
import org.aidledger.api.command.Receipts.Stored;
import org.aidledger.api.imports.ImportOptions;
import org.aidledger.api.imports.ImportReport;
import org.aidledger.api.imports.MemoryLedger;
import org.aidledger.api.imports.Rehearsal;
import org.aidledger.api.imports.RowPlaces;
import org.aidledger.api.imports.RowVerdicts;
import org.aidledger.api.imports.RowVerdicts.Kind;
import org.aidledger.api.imports.lines.CommandFileImporter;
import org.aidledger.api.imports.xlsx.XlsxSheet;
import org.aidledger.event.Actor;
import org.aidledger.event.PostingId;
import org.aidledger.fund.MoneyEvent.FundsDisbursed;
import org.aidledger.fund.MoneyEvent.FundsReceived;
import org.aidledger.fund.PostBatch.BatchMode;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template as it is downloaded, filled in by another program, brought back, and its result. */
class SheetTemplateTest {

    private static final CommandBinding BINDING = new CommandBinding();

    private final MemoryLedger ledger = new MemoryLedger();

    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void openExample() throws IOException {
        file = folder.resolve("sheet.xlsx");
        Path csv = folder.resolve("template.csv");
        Files.writeString(csv, CsvTemplate.text());
        assertThat(
                        run(new CsvSheet(), csv, false, BatchMode.ATOMIC, new RowVerdicts(false))
                                .refusals())
                .isEmpty();
        try (OutputStream out = Files.newOutputStream(file)) {
            new SheetTemplate(BINDING, CommandNames.ofFunds().keySet(), false).writeTo(out);
        }
    }

    private ImportReport run(
            SheetFormat format, Path from, boolean dryRun, BatchMode mode, RowVerdicts verdicts) {
        return new CommandFileImporter(
                        new SheetCommands(format, BINDING), ledger, () -> new Rehearsal(ledger))
                .run(
                        from,
                        new ImportOptions(dryRun, mode, Optional.of(new Actor("王芳"))),
                        (_, _) -> {},
                        verdicts);
    }

    private ImportReport post(BatchMode mode, RowVerdicts verdicts) {
        return run(new XlsxSheet(), file, false, mode, verdicts);
    }

    /** Fills in the template's first sheet by the Chinese or English words of its headings. */
    private void fill(Object... cells) throws IOException {
        XSSFWorkbook book;
        try (InputStream in = Files.newInputStream(file)) {
            book = new XSSFWorkbook(in);
        }
        try (book;
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = book.getSheetAt(0);
            XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int i = 0; i < cells.length; i += 2) {
                XSSFCell cell = row.createCell(column(sheet, cells[i].toString()));
                cell.setCellStyle(sheet.getColumnStyle(cell.getColumnIndex()));
                switch (cells[i + 1]) {
                    case Number number -> cell.setCellValue(number.doubleValue());
                    case LocalDate date -> cell.setCellValue(date);
                    default -> cell.setCellValue(cells[i + 1].toString());
                }
            }
            book.write(out);
        }
    }

    private static int column(XSSFSheet sheet, String name) {
        for (var cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().endsWith(" " + name)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("the template has no column " + name);
    }

    private void disburse(Object amount, Object date) throws IOException {
        fill(
                "command",
                "拨付 disburse",
                "fund",
                "example-2026",
                "effective",
                date,
                "project",
                "P-1",
                "amount",
                amount,
                "currency",
                "CNY");
    }

    @Test
    void anEmptyTemplateHasNoRows() {
        assertThat(post(BatchMode.ATOMIC, new RowVerdicts(false)).lines()).isZero();
    }

    @Test
    void whatIsFilledInIsPosted() throws IOException {
        disburse(1250.1, LocalDate.of(2026, 4, 1));
        disburse("2万", "2026年4月2日");
        disburse("1,000.50", "2026/4/3");
        RowVerdicts verdicts = new RowVerdicts(false);
        ImportReport report = post(BatchMode.ATOMIC, verdicts);
        assertThat(report.refusals()).isEmpty();
        assertThat(verdicts.counts().get(Kind.POSTED)).isEqualTo(3);
        assertThat(ledger.all(FundsDisbursed.class).reversed().subList(0, 3).reversed())
                .extracting(e -> e.amount().toString(), e -> e.voucher().effective().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1250.10 CNY", "2026-04-01"),
                        org.assertj.core.groups.Tuple.tuple("20000.00 CNY", "2026-04-02"),
                        org.assertj.core.groups.Tuple.tuple("1000.50 CNY", "2026-04-03"));
        assertThat(ledger.all(FundsDisbursed.class).getLast().voucher().actor()).hasToString("王芳");
    }

    /** Two equal rows are two payments; the same file again is none, in whatever order. */
    @Test
    void rowsWithoutAnIdArePostedOnce() throws IOException {
        disburse(100, "2026-04-01");
        disburse("100.00", LocalDate.of(2026, 4, 1));
        disburse(200, "2026-04-01");
        assertThat(post(BatchMode.ATOMIC, new RowVerdicts(false)).posted()).isEqualTo(3);
        ImportReport again = post(BatchMode.EACH, new RowVerdicts(false));
        assertThat(again.alreadyThere()).isEqualTo(3);
        disburse(300, "2026-04-01");
        assertThat(post(BatchMode.ATOMIC, new RowVerdicts(false)).posted()).isEqualTo(1);
    }

    @Test
    void mistakesAreNamedByTheCellThatASpreadsheetShows() throws IOException {
        disburse(100, "2026-04-01");
        disburse("about 5", "2026-04-31");
        disburse(99_999_999, "2026-04-01");
        RowVerdicts verdicts = new RowVerdicts(true);
        ImportReport report = run(new XlsxSheet(), file, true, BatchMode.ATOMIC, verdicts);
        String amount = Heading.letter(5) + "3";
        assertThat(report.refusals())
                .extracting(r -> r.row() + " " + r.column() + " " + r.cell() + " " + r.code())
                .contains("3 amount " + amount + " INVALID_VALUE", "4   ALLOCATION_EXCEEDED");
        assertThat(report.refusals().getFirst().message() + report.refusals().get(1).message())
                .contains("125万", "'about 5'");
        assertThat(verdicts.of(2).kind()).isEqualTo(Kind.WOULD_POST);
        assertThat(verdicts.of(4).reasons().getFirst().rejection()).isPresent();
    }

    @Test
    void theResultCanBeCorrectedAndBroughtAgain() throws IOException {
        disburse(100, "2026-04-01");
        disburse("x", "2026-04-01");
        fill(
                "command",
                "receive",
                "fund",
                "example-2026",
                "effective",
                "2026-05-01",
                "amount",
                5,
                "currency",
                "cny",
                "note",
                "=1+1");
        RowVerdicts verdicts = new RowVerdicts(false);
        assertThat(post(BatchMode.EACH, verdicts).posted()).isEqualTo(2);
        Path result = folder.resolve("result.xlsx");
        try (OutputStream out = Files.newOutputStream(result)) {
            new SheetResult(
                            new XlsxSheet(),
                            verdicts,
                            RowPlaces.of(
                                    (_, requests) -> places(requests),
                                    verdicts.all(List.of(Kind.POSTED))),
                            reason -> reason.remark().message())
                    .writeTo(file, out);
        }
        List<String> verdictsSaid = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(result));
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = book.getSheetAt(0);
            for (int i = 1; i <= 3; i++) {
                verdictsSaid.add(sheet.getRow(i).getCell(1).getStringCellValue());
            }
            XSSFCell note = sheet.getRow(3).getCell(column(sheet, "note"));
            assertThat(note.getCellType()).isEqualTo(CellType.STRING);
            assertThat(note.getStringCellValue()).isEqualTo("=1+1");
            assertThat(sheet.getRow(1).getCell(3).getNumericCellValue()).isPositive();
            sheet.getRow(2).getCell(column(sheet, "amount")).setCellValue(250);
            book.write(out);
        }
        assertThat(verdictsSaid).containsExactly("已记 POSTED", "不收 REFUSED", "已记 POSTED");
        ImportReport again = post(BatchMode.ATOMIC, new RowVerdicts(false));
        assertThat(again.refusals()).isEmpty();
        assertThat(again.posted()).isEqualTo(1);
        assertThat(again.alreadyThere()).isEqualTo(2);
        assertThat(ledger.all(FundsReceived.class).getLast().voucher().note()).isEqualTo("=1+1");
    }

    private static Map<PostingId, Stored> places(Set<PostingId> requests) {
        Map<PostingId, Stored> places = new HashMap<>();
        requests.forEach(r -> places.put(r, new Stored(7, List.of("e7"), List.of())));
        return places;
    }

    @Test
    void everythingHasAWordOfItsOwn() {
        Set<String> words = new HashSet<>();
        for (String column : RowBinding.columns()) {
            assertThat(words.add(SheetWords.chinese("column." + column).orElse("")))
                    .as(column)
                    .isTrue();
            assertThat(SheetWords.column(SheetWords.heading(column))).contains(column);
        }
        assertThat(SheetWords.column("事项")).as("as pages call it").contains("command");
        assertThat(SheetWords.column("资金盘子")).contains("fund");
        words.clear();
        for (String command : CommandNames.ofFunds().keySet()) {
            assertThat(words.add(SheetWords.chinese("command." + command).orElse("")))
                    .as(command)
                    .isTrue();
            assertThat(SheetWords.command(SheetWords.ofCommand(command))).isEqualTo(command);
        }
        assertThat(words).doesNotContain("");
    }
}
