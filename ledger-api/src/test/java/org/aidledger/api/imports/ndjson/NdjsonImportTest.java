package org.aidledger.api.imports.ndjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.aidledger.fund.PostBatch.BatchMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with a command in JSON on each line: good ones, bad lines, odd bytes. */
class NdjsonImportTest {

    private static final String OPEN =
            """
            {"command":"open-fund","fund":"N","postingId":"open","effective":"2026-01-01",\
            "actor":"王芳","name":"N","donor":"D","recipient":"R","fiscalYear":2026,\
            "mode":"STRICT","channels":["LOCAL"],"authorised":"1000.00","currency":"CNY"}\
            """;

    private final MemoryLedger ledger = new MemoryLedger();

    @TempDir private Path folder;

    private static String receive(String id, String amount) {
        return """
        {"command":"receive","fund":"N","postingId":"%s","effective":"2026-02-01",\
        "actor":"王芳","amount":"%s","currency":"CNY"}\
        """
                .formatted(id, amount);
    }

    private ImportReport run(byte[] bytes, BatchMode mode, Optional<Actor> actor) {
        try {
            Path file = Files.write(folder.resolve("file.ndjson"), bytes);
            return new CommandFileImporter(
                            new NdjsonCommands(new CommandBinding()),
                            ledger,
                            () -> new Rehearsal(ledger))
                    .run(file, new ImportOptions(false, mode, actor), (_, _) -> {});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private ImportReport each(String... lines) {
        return run(bytes(lines), BatchMode.EACH, Optional.empty());
    }

    private static byte[] bytes(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private FileRefused refused(byte[] bytes) {
        FileRefused refused =
                catchThrowableOfType(
                        FileRefused.class, () -> run(bytes, BatchMode.EACH, Optional.empty()));
        assertThat(ledger.count()).isZero();
        return refused;
    }

    @Test
    void everyLineIsPosted() {
        ImportReport report = each(OPEN, receive("a", "1.00"), "", receive("b", "2.50") + "\r");

        assertThat(report.lines()).isEqualTo(3);
        assertThat(report.posted()).isEqualTo(3);
        assertThat(ledger.count()).isEqualTo(3);
    }

    @Test
    void sendingItAgainPostsOnlyWhatIsNotThereYet() {
        each(OPEN, receive("a", "1.00"));

        ImportReport again = each(OPEN, receive("a", "1.00"), receive("b", "2.00"));

        assertThat(again.alreadyThere()).isEqualTo(2);
        assertThat(again.posted()).isEqualTo(1);
        assertThat(ledger.count()).isEqualTo(3);
    }

    @Test
    void badLinesAreNamedAndTheOthersPosted() {
        ImportReport report =
                each(
                        OPEN,
                        receive("a", "1.00").replace("}", ""),
                        receive("b", "1.001"),
                        receive("c", "1.00").replace("receive", "withdraw"),
                        receive("d", "1.00").replace("\"N\"", "\"M\""),
                        "[]",
                        receive("e", "1.00"));

        assertThat(report.posted()).isEqualTo(2);
        assertThat(report.refusals())
                .extracting(r -> r.row() + " " + r.code())
                .containsExactlyInAnyOrder(
                        "2 MALFORMED_JSON",
                        "3 TOO_MANY_DECIMALS",
                        "4 COMMAND_UNKNOWN",
                        "5 FUND_UNKNOWN",
                        "6 WRONG_TYPE");
    }

    @Test
    void allOrNothingIfAsked() {
        ImportReport report =
                run(
                        bytes(OPEN, receive("a", "1.00"), receive("b", "-1.00")),
                        BatchMode.ATOMIC,
                        Optional.empty());

        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.posted()).isZero();
        assertThat(ledger.count()).isZero();
    }

    @Test
    void actorOfTheRequestStandsInForLinesWithout() {
        ImportReport report =
                run(
                        bytes(OPEN, receive("a", "1.00").replace("\"actor\":\"王芳\",", "")),
                        BatchMode.EACH,
                        Optional.of(new Actor("李敏")));

        assertThat(report.posted()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNoTextIsRefusedWhole() {
        byte[] bytes = bytes(OPEN, receive("a", "1.00"));
        bytes[bytes.length - 3] = (byte) 0xff;

        assertThat(refused(bytes).code()).isEqualTo(Code.MALFORMED_NDJSON);
        assertThat(refused(bytes("", " ")).code()).isEqualTo(Code.EMPTY_FILE);
    }

    @Test
    void aLineMayBeLongButNotEndless() {
        String padding = " ".repeat(TextLines.MOST_BYTES - bytes(OPEN).length);
        assertThat(refused(bytes(OPEN + padding + " ")).code()).isEqualTo(Code.MALFORMED_NDJSON);

        assertThat(each(OPEN + padding).posted()).isEqualTo(1);
    }
}
