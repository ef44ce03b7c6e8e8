package org.aidledger.api.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Posts whole files. */
@Command(
        name = "import",
        description = {
            "Post files: IATI 2.0x activities, or sheets of commands (.xlsx, CSV).",
            "",
            "Nothing is posted twice: run it again after an interrupt and it continues.",
            "Exit code 1 if a file, or a line of it, was refused."
        },
        footer = {
            "",
            "iati    opens one observed fund for each reporting organisation, currency and country",
            "csv     one command a row; GET /api/v1/imports/csv/template gives a sheet to fill in",
            "ndjson  one command a line, as HTTP takes it, with command and fund; any size with --mode each",
            "xlsx    the same in a workbook; GET /api/v1/imports/xlsx/template gives one with lists and a guide"
        })
final class ImportCommand implements Callable<Integer> {

    private static final String PATH = "/api/v1/imports/";

    /** What a file is. */
    enum Kind {
        IATI("application/xml"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("text/csv"),
        NDJSON("application/x-ndjson");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        boolean isSheet() {
            return this == XLSX || this == CSV;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Kind kind = Kind.IATI;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "The files.")
    private List<Path> files = List.of();

    @Option(names = "--dry-run", description = "Post nothing; say what would happen.")
    private boolean dryRun;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "XLSX, CSV, NDJSON: atomic (all lines or none, the default) or each (every one on its own).")
    private Optional<String> mode = Optional.empty();

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            description = "In whose name rows are posted that do not name anybody.")
    private Optional<String> actor = Optional.empty();

    @Option(
            names = "--result",
            paramLabel = "FILE",
            description =
                    "XLSX, CSV: keep the sheet with what became of each row, its posting id and the"
                            + " position of its event, or why it was refused.")
    private Optional<Path> result = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin private final ReportFormat format = new ReportFormat();

    /** The form of the reports. */
    static final class ReportFormat {
        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                defaultValue = "table",
                description = "table or json (one line for each file; default: table).")
        private Format value = Format.TABLE;
    }

    @Override
    public Integer call() {
        if (result.isPresent() && (!kind.isSheet() || files.size() > 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--result is for one file, which is a sheet (xlsx, csv)");
        }
        return ledger.ask(client -> {
            int exit = ExitCode.OK;
            for (Path file : files) {
                exit =
                        Math.max(
                                exit,
                                result.map(to -> keep(client, file, to))
                                        .orElseGet(() -> post(client, file)));
                ledger.terminal().out().flush();
            }
            return exit;
        });
    }

    private LedgerClient.Query query() {
        return new LedgerClient.Query()
                .with("dryRun", dryRun)
                .with("mode", mode)
                .with("actor", actor);
    }

    private int post(LedgerClient client, Path file) {
        JsonNode report = report(client, file, query(), _ -> {});
        ledger.terminal()
                .out()
                .print(
                        format.value == Format.JSON
                                ? report + "\n"
                                : ImportTable.text(file, report));
        return exit(report);
    }

    private static int exit(JsonNode report) {
        return report.path("refused").asLong() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /**
     * Posts a sheet and keeps what comes back, which is the sheet with what became of it. A file
     * that stood there before is replaced when all of the new one has come.
     */
    private int keep(LedgerClient client, Path file, Path to) {
        JsonNode report;
        try {
            report = received(client, file, to);
        } catch (IOException | UncheckedIOException e) {
            throw new Refused("what became of %s could not be kept in %s".formatted(file, to), e);
        }
        ledger.terminal()
                .out()
                .print(
                        format.value == Format.JSON
                                ? ImportCounts.json(report, to) + "\n"
                                : ImportCounts.text(report, file, to, dryRun));
        return exit(report);
    }

    private JsonNode received(LedgerClient client, Path file, Path to) throws IOException {
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try {
            JsonNode report;
            try (OutputStream out = Files.newOutputStream(part)) {
                report = report(client, file, query().with("sheet", true), p -> write(out, p));
            }
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
            return report;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void write(OutputStream out, byte[] piece) {
        try {
            out.write(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends a file and shows how far it is.
     *
     * @param sheet takes the sheet that comes back, piece by piece, if one was asked for
     */
    private JsonNode report(
            LedgerClient client, Path file, LedgerClient.Query query, Consumer<byte[]> sheet) {
        Progress progress =
                new Progress(ledger.terminal(), String.valueOf(file.getFileName()), "lines");
        try {
            return Lines.last(
                    client.upload(PATH + kind, query, kind.mediaType, body(file)),
                    "report",
                    line -> {
                        if (line.has("sheet")) {
                            sheet.accept(Base64.getDecoder().decode(line.path("sheet").asString()));
                        } else {
                            progress.at(line.path("done").asLong(), line.path("total").asLong());
                        }
                    });
        } finally {
            progress.end();
        }
    }

    private static BodyPublisher body(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new Refused("there is no file " + file, e);
        }
    }
}
