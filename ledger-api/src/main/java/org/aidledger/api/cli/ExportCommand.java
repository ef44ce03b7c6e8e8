package org.aidledger.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes the ledger in a form that other programs read. */
@Command(
        name = "export",
        description = "Write the events or the journal for other programs.",
        footer = {
            "",
            "events     the log itself, one JSON object a line",
            "journal    every line of both books, as CSV",
            "hledger    the books for hledger, with its own checks at the end",
            "beancount  the books for Beancount, likewise",
            "bundle     one fund with the proof that nothing in it was altered, for `verify --bundle`"
        })
final class ExportCommand implements Callable<Integer> {

    /** What can be written. */
    enum What {
        EVENTS,
        JOURNAL,
        HLEDGER,
        BEANCOUNT,
        BUNDLE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Parameters(index = "0", paramLabel = "WHAT", description = "One of ${COMPLETION-CANDIDATES}.")
    private What what = What.EVENTS;

    @Option(
            names = "--fund",
            paramLabel = "FUND",
            description = "Only this fund (default: all of them; a bundle is of one).")
    private Optional<String> fund = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file (default: standard output).")
    private Optional<Path> output = Optional.empty();

    @Mixin private final PointOptions point = new PointOptions();

    @Override
    public Integer call() {
        return ledger.ask(client -> {
            try (InputStream answer =
                    client.stream(
                            "/api/v1/exports/" + what, point.query().with("fund", fund), "*/*")) {
                write(answer);
                return ExitCode.OK;
            } catch (IOException e) {
                throw new Refused("the export broke off: " + e.getMessage(), e);
            }
        });
    }

    private void write(InputStream answer) throws IOException {
        if (output.isEmpty()) {
            Reader text = new InputStreamReader(answer, StandardCharsets.UTF_8);
            text.transferTo(ledger.terminal().out());
            return;
        }
        Path file = output.get();
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        Files.copy(answer, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        ledger.terminal().err().println("wrote " + file);
    }
}
