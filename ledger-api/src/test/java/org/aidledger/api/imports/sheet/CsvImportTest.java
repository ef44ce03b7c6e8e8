package org.aidledger.api.imports.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.aidledger.api.imports.ImportOptions;
import org.aidledger.api.imports.ImportReport;
import org.aidledger.api.imports.MemoryLedger;
import org.aidledger.api.imports.Rehearsal;
import org.aidledger.api.imports.lines.CommandFileImporter;
import org.aidledger.event.Actor;
import org.aidledger.event.DocumentRef;
import org.aidledger.fund.MoneyEvent.FundsPaid;
import org.aidledger.fund.MoneyEvent.FundsReceived;
import org.aidledger.fund.PostBatch.BatchMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spreadsheets of commands: good ones, bad rows, odd texts. */
class CsvImportTest {

    private static final String HEADER =
            "command,fund,postingId,effective,actor,amount,currency,note";

    private final MemoryLedger ledger = new MemoryLedger();

    @TempDir private Path folder;

    private ImportReport run(byte[] bytes, boolean dryRun, BatchMode mode, Optional<Actor> actor)
            throws IOException {
        Path file = folder.resolve("file.csv");
        Files.write(file, bytes);
        return new CommandFileImporter(
                        new SheetCommands(new CsvSheet(), new CommandBinding()),
                        ledger,
                        () -> new Rehearsal(ledger))
                .run(file, new ImportOptions(dryRun, mode, actor), (_, _) -> {});
    }

    private ImportReport post(String csv) throws IOException {
        return run(bytes(csv), false, BatchMode.ATOMIC, Optional.empty());
    }

    private ImportReport each(String csv) throws IOException {
        return run(bytes(csv), false, BatchMode.EACH, Optional.empty());
    }

    private ImportReport dry(String csv) throws IOException {
        return run(bytes(csv), true, BatchMode.ATOMIC, Optional.empty());
    }

    private FileRefused refused(byte[] bytes) {
        return catchThrowableOfType(
                FileRefused.class, () -> run(bytes, false, BatchMode.ATOMIC, Optional.empty()));
    }

    private static byte[] bytes(String csv) {
        return csv.getBytes(StandardCharsets.UTF_8);
    }

    private static String sheet(String... rows) {
        return HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n";
    }

    private static String receive(String id, String amount) {
        return "receive,example-2026," + id + ",2026-02-01,王芳," + amount + ",CNY,";
    }

    /** The fund that the other tests post to. */
    @BeforeEach
    void openExample() throws IOException {
        assertThat(post(CsvTemplate.text()).refusals()).isEmpty();
    }

    private static List<String> errors(ImportReport report) {
        return report.refusals().stream()
                .map(r -> r.row() + " " + r.column() + " " + r.code())
                .toList();
    }

    @Test
    void templateIsAFileThatImports() {
        assertThat(ledger.all(FundsPaid.class)).hasSize(1);
        FundsPaid paid = ledger.all(FundsPaid.class).getFirst();
        assertThat(paid.amount()).hasToString("150000.50 CNY");
        assertThat(paid.payee().text()).isEqualTo("示例建设公司, 一分公司");
        assertThat(paid.voucher().note()).isEqualTo("foundations, said \"done\" by the inspector");
        assertThat(paid.voucher().documents())
                .containsExactly(
                        new DocumentRef("invoice", "0001", ""),
                        new DocumentRef("contract", "C-7", ""));
    }

    @Test
    void importingAgainAppendsNothing() throws IOException {
        long events = ledger.count();
        ImportReport again = post(CsvTemplate.text());
        assertThat(ledger.count()).isEqualTo(events);
        assertThat(again.alreadyThere()).isEqualTo(again.lines()).isEqualTo(11);
        assertThat(again.eventsAppended()).isZero();
    }

    @Test
    void oneBadRowInTheMiddlePostsNothing() throws IOException {
        long events = ledger.count();
        ImportReport report =
                post(sheet(receive("a", "1.00"), receive("b", "1.5.0"), receive("c", "2.00")));
        assertThat(ledger.count()).isEqualTo(events);
        assertThat(errors(report)).containsExactly("3 amount INVALID_VALUE");
        assertThat(report.posted()).isZero();
        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.heldBack()).isEqualTo(2);
        assertThat(report.eventsAppended()).isZero();
    }

    @Test
    void oneRowThatTheLedgerRefusesPostsNothing() throws IOException {
        long events = ledger.count();
        ImportReport report =
                post(
                        sheet(
                                receive("a", "1.00"),
                                "disburse-nothing,example-2026,x,2026-02-01,王芳,1.00,CNY,",
                                receive("example-receive", "7.00"),
                                receive("c", "0.001"),
                                "receive,nowhere,d,2026-02-01,王芳,1.00,CNY,"));
        assertThat(ledger.count()).isEqualTo(events);
        assertThat(errors(report))
                .containsExactlyInAnyOrder(
                        "3 command COMMAND_UNKNOWN",
                        "4  POSTING_ID_REUSED",
                        "5  TOO_MANY_DECIMALS",
                        "6  FUND_UNKNOWN");
        assertThat(report.heldBack()).isEqualTo(1);
    }

    @Test
    void eachOnItsOwnPostsTheGoodRows() throws IOException {
        ImportReport report =
                each(sheet(receive("a", "1.00"), receive("b", "x"), receive("c", "2.00")));
        assertThat(report.posted()).isEqualTo(2);
        assertThat(errors(report)).containsExactly("3 amount INVALID_VALUE");
        assertThat(ledger.all(FundsReceived.class)).hasSize(3);
    }

    @Test
    void dryRunGivesEveryVerdictAndPostsNothing() throws IOException {
        long events = ledger.count();
        ImportReport report =
                dry(
                        sheet(
                                receive("a", "1.00"),
                                receive("b", "x"),
                                receive("example-receive", "9")));
        assertThat(ledger.count()).isEqualTo(events);
        assertThat(report.dryRun()).isTrue();
        assertThat(report.posted()).as("would be").isEqualTo(1);
        assertThat(errors(report))
                .containsExactlyInAnyOrder("3 amount INVALID_VALUE", "4  POSTING_ID_REUSED");
    }

    @Test
    void everyMistakeOfARowIsNamedByItsColumn() throws IOException {
        ImportReport report =
                dry(sheet("receive,example-2026,has space,2026-02-30,王芳,-,XXY,", ",,,,,,,x"));
        assertThat(errors(report))
                .contains(
                        "2 postingId INVALID_VALUE",
                        "2 effective INVALID_VALUE",
                        "2 currency INVALID_VALUE",
                        "3 command MISSING_FIELD");
        assertThat(report.refused()).isEqualTo(2);
    }

    /** The numbers are those at the left edge of a spreadsheet: blank rows and long cells count. */
    @Test
    void rowsAreNumberedAsASpreadsheetShowsThem() throws IOException {
        String csv =
                sheet(receive("a", "1.00") + "\"two\r\nlines\"", "", ",,,,,,,", receive("b", "x"));
        assertThat(errors(dry(csv))).contains("5 amount INVALID_VALUE");
    }

    @Test
    void textsThatLookLikeFormulasAreTexts() throws IOException {
        for (String text : List.of("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)")) {
            ImportReport report = post(sheet(receive("f" + text.hashCode(), "1") + text));
            assertThat(report.posted()).as(text).isEqualTo(1);
            assertThat(ledger.all(FundsReceived.class).getLast().voucher().note()).isEqualTo(text);
        }
        assertThat(errors(dry(sheet(receive("g", "=1+1")))))
                .containsExactly("2 amount INVALID_VALUE");
    }

    @Test
    void byteOrderMarkAndLineEndsDoNotMatter() throws IOException {
        assertThat(post("\uFEFF" + sheet(receive("a", "1"))).posted()).isEqualTo(1);
        assertThat(post(sheet(receive("b", "1")).replace("\r\n", "\n")).posted()).isEqualTo(1);
        assertThat(post(HEADER + "\n" + receive("c", "1")).posted()).isEqualTo(1);
    }

    @Test
    void actorMayBeSaidOnceForAllRows() throws IOException {
        String csv = sheet("receive,example-2026,a,2026-02-01,,1,CNY,");
        assertThat(errors(dry(csv))).containsExactly("2 actor MISSING_FIELD");
        ImportReport report =
                run(bytes(csv), false, BatchMode.ATOMIC, Optional.of(new Actor("李明")));
        assertThat(report.posted()).isEqualTo(1);
        assertThat(ledger.all(FundsReceived.class).getLast().voucher().actor()).hasToString("李明");
    }

    @Test
    void wrongColumnsRefuseTheFile() {
        assertThat(refused(bytes("command,fund,postingId\n")).code()).isEqualTo(Code.WRONG_COLUMNS);
        assertThat(refused(bytes(HEADER + ",amuont\n")).getMessage()).contains("'amuont'");
        assertThat(refused(bytes(HEADER + ",note\n")).getMessage()).contains("twice");
        assertThat(refused(bytes(HEADER.replace(',', ';') + "\n")).code())
                .isEqualTo(Code.WRONG_COLUMNS);
    }

    @Test
    void cellOfAnotherCommandAndCellsBeyondTheHeaderAreNamed() throws IOException {
        String csv =
                HEADER
                        + ",payee\r\n"
                        + receive("a", "1")
                        + ",somebody\r\n"
                        + receive("b", "1")
                        + ",,beyond\r\n";
        assertThat(errors(dry(csv))).containsExactly("2 payee UNKNOWN_FIELD", "3  UNKNOWN_FIELD");
    }

    @Test
    void brokenFilesPostNothingInAnyMode() throws IOException {
        long events = ledger.count();
        for (BatchMode mode : BatchMode.values()) {
            String unclosed = sheet(receive("a", "1"), receive("b", "1") + "\"open");
            FileRefused refused =
                    catchThrowableOfType(
                            FileRefused.class,
                            () -> run(bytes(unclosed), false, mode, Optional.empty()));
            assertThat(refused.code()).isEqualTo(Code.MALFORMED_CSV);
        }
        assertThat(ledger.count()).isEqualTo(events);
        byte[] gbk = sheet(receive("a", "1")).getBytes(java.nio.charset.Charset.forName("GBK"));
        assertThat(refused(gbk).code()).isEqualTo(Code.MALFORMED_CSV);
        assertThat(refused(new byte[0]).code()).isEqualTo(Code.EMPTY_FILE);
        assertThat(post(HEADER + "\r\n").lines()).isZero();
    }

    @Test
    void tooManyRowsForAllOrNothing() {
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        for (int i = 0; i <= CommandFileImporter.MOST_ATOMIC; i++) {
            csv.append(receive("r" + i, "1")).append('\n');
        }
        assertThat(refused(bytes(csv.toString())).code()).isEqualTo(Code.TOO_MANY_ROWS);
    }
}
