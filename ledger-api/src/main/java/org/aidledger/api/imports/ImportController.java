package org.aidledger.api.imports;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.access.Caller;
import org.aidledger.access.Right;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.access.Needs;
import org.aidledger.api.command.LedgerBusy;
import org.aidledger.api.http.Ndjson;
import org.aidledger.api.http.Problem;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.imports.FileRefused.Code;
import org.aidledger.api.imports.csv.CsvTemplate;
import org.aidledger.event.Actor;
import org.aidledger.event.OutcomeUnknown;
import org.aidledger.fund.PostBatch.BatchMode;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes files: the raw bytes are the request's body. With {@code Accept: application/x-ndjson} the
 * answer tells its progress line by line and ends in {@code {"report":{…}}}, or, if something goes
 * wrong on the way, in {@code {"problem":{…}}}; otherwise it is the report alone. Sending the file
 * again continues an import that broke off.
 */
@RestController
@Needs(Right.IMPORT)
class ImportController {

    private static final String PATH = "/api/v1/imports/{format}";
    private static final String TEXT_CSV = "text/csv;charset=UTF-8";

    private final Map<String, Importer> importers;
    private final Upload upload;
    private final Ndjson ndjson;

    ImportController(List<Importer> importers, Upload upload, Ndjson ndjson) {
        this.importers = importers.stream().collect(toMap(Importer::format, i -> i));
        this.upload = upload;
        this.ndjson = ndjson;
    }

    @PostMapping(
            path = PATH,
            consumes = {
                MediaType.APPLICATION_XML_VALUE,
                MediaType.TEXT_XML_VALUE,
                "text/csv",
                MediaType.APPLICATION_NDJSON_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            },
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ImportReport> whole(
            @PathVariable String format,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "atomic") String mode,
            @RequestParam Optional<String> actor,
            HttpServletRequest request)
            throws IOException {
        Importer importer = importer(format);
        ImportOptions options = options(importer, dryRun, mode, actor);
        Path file = receive(request);
        try {
            ImportReport report = importer.run(file, options, (_, _) -> {});
            if (report.stoppedByRefusals()) {
                throw new ProblemException(refused(report));
            }
            return ResponseEntity.ok(report);
        } catch (FileRefused e) {
            throw new ProblemException(problem(e));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @PostMapping(
            path = PATH,
            consumes = {
                MediaType.APPLICATION_XML_VALUE,
                MediaType.TEXT_XML_VALUE,
                "text/csv",
                MediaType.APPLICATION_NDJSON_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            },
            produces = Ndjson.TYPE)
    void byLines(
            @PathVariable String format,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "atomic") String mode,
            @RequestParam Optional<String> actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Importer importer = importer(format);
        ImportOptions options = options(importer, dryRun, mode, actor);
        Path file = receive(request);
        try {
            ndjson.answer(response, lines -> run(importer, file, options, lines, response));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** A file that imports, for people to fill in. */
    @GetMapping(path = "/api/v1/imports/csv/template", produces = TEXT_CSV)
    ResponseEntity<byte[]> template() {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("aid-ledger-template.csv")
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(TEXT_CSV))
                .body(CsvTemplate.text().getBytes(StandardCharsets.UTF_8));
    }

    private static void run(
            Importer importer,
            Path file,
            ImportOptions options,
            Ndjson.Lines lines,
            HttpServletResponse response) {
        try {
            ImportReport report = importer.run(file, options, new ProgressLines(lines));
            lines.line(Map.of("report", report));
        } catch (FileRefused e) {
            end(new ProblemException(problem(e)), lines, response);
        } catch (LedgerBusy | OutcomeUnknown e) {
            end(
                    new ProblemException(
                            ProblemCode.LEDGER_BUSY,
                            "The import broke off; send the file again and it continues."),
                    lines,
                    response);
        }
    }

    /** Before the first line is out it can still be an answer of its own. */
    private static void end(
            ProblemException problem, Ndjson.Lines lines, HttpServletResponse response) {
        if (!response.isCommitted()) {
            throw problem;
        }
        lines.line(Map.of("problem", problem.problem().members()));
    }

    private Importer importer(String format) {
        return Optional.ofNullable(importers.get(format))
                .orElseThrow(() ->
                        new ProblemException(
                                problem(
                                        new FileRefused(
                                                Code.FORMAT_UNKNOWN,
                                                "There is no importer '%s'; there are: %s."
                                                        .formatted(
                                                                format,
                                                                importers.keySet().stream()
                                                                        .sorted()
                                                                        .collect(
                                                                                joining(", ")))))));
    }

    private static ImportOptions options(
            Importer importer, boolean dryRun, String mode, Optional<String> actor) {
        BatchMode batchMode =
                switch (mode) {
                    case "atomic" -> BatchMode.ATOMIC;
                    case "each" -> BatchMode.EACH;
                    default ->
                            throw ProblemException.invalid(
                                    "mode", "mode must be atomic or each, not '" + mode + "'");
                };
        try {
            return new ImportOptions(
                    dryRun, batchMode, actor.map(Actor::new).or(() -> usualActor(importer)));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("actor", String.valueOf(e.getMessage()));
        }
    }

    /**
     * In whose name lines are posted that do not say: the caller's, unless the format has a name of
     * its own for that and the caller may use it.
     */
    private static Optional<Actor> usualActor(Importer importer) {
        Caller caller = CurrentCaller.required();
        boolean own = importer.postsInItsOwnName() && caller.recordsForOthers();
        return own ? Optional.empty() : Optional.of(caller.actor());
    }

    private Path receive(HttpServletRequest request) throws IOException {
        try {
            return upload.receive(request);
        } catch (FileRefused e) {
            throw new ProblemException(problem(e));
        }
    }

    private static Problem refused(ImportReport report) {
        return new Problem(
                409,
                "IMPORT_REFUSED",
                "Nothing was imported",
                "%d of %d lines were refused, so none was posted; correct them, or import with mode=each."
                        .formatted(report.refused(), report.lines()),
                Map.of("report", report));
    }

    private static Problem problem(FileRefused e) {
        int status =
                switch (e.code()) {
                    case FORMAT_UNKNOWN -> 404;
                    case FUND_TAKEN -> 409;
                    case FILE_TOO_LARGE -> 413;
                    case MALFORMED_XML,
                            HOSTILE_XML,
                            NOT_IATI,
                            IATI_VERSION_UNSUPPORTED,
                            ACTIVITY_TOO_LARGE,
                            MALFORMED_CSV,
                            MALFORMED_NDJSON,
                            WRONG_COLUMNS,
                            TOO_MANY_ROWS,
                            EMPTY_FILE ->
                            400;
                };
        return new Problem(
                status,
                e.code().name(),
                "The file was not imported",
                String.valueOf(e.getMessage()),
                Map.of());
    }
}
