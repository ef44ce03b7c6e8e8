package org.aidledger.api.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.command.LedgerBusy;
import org.aidledger.api.http.Ndjson;
import org.aidledger.api.http.Problem;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.imports.sheet.SheetImporter;
import org.aidledger.api.sheet.Spreadsheet;
import org.aidledger.event.OutcomeUnknown;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes files: the raw bytes are the request's body. With {@code Accept: application/x-ndjson} the
 * answer tells its progress line by line and ends in {@code {"report":{…}}}, or, if something goes
 * wrong on the way, in {@code {"problem":{…}}}; otherwise it is the report alone. Asked for with
 * {@code sheet=true}, the rows with what became of each come before the report, as a workbook in
 * pieces: {@code {"sheet":"BASE64"}}. Sending the file again continues an import that broke off.
 */
@RestController
@Needs(Right.IMPORT)
class ImportController {

    static final String PATH = "/api/v1/imports/{format}";
    private final ImportRequests requests;
    private final Ndjson ndjson;

    ImportController(ImportRequests requests, Ndjson ndjson) {
        this.requests = requests;
        this.ndjson = ndjson;
    }

    @PostMapping(
            path = PATH,
            consumes = {
                MediaType.APPLICATION_XML_VALUE,
                MediaType.TEXT_XML_VALUE,
                "text/csv",
                Spreadsheet.TYPE,
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
        Importer importer = requests.importer(format);
        ImportOptions options = ImportRequests.options(importer, dryRun, mode, actor);
        Path file = requests.receive(request);
        try {
            ImportReport report = importer.run(file, options, (_, _) -> {});
            if (report.stoppedByRefusals()) {
                throw new ProblemException(refused(report));
            }
            return ResponseEntity.ok(report);
        } catch (FileRefused e) {
            throw new ProblemException(ImportRequests.problem(e));
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
                Spreadsheet.TYPE,
                MediaType.APPLICATION_NDJSON_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            },
            produces = Ndjson.TYPE)
    void byLines(
            @PathVariable String format,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "atomic") String mode,
            @RequestParam Optional<String> actor,
            @RequestParam(defaultValue = "false") boolean sheet,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Importer importer = requests.importer(format);
        Importing importing = sheet ? withSheet(requests.sheetImporter(format)) : plainly(importer);
        ImportOptions options = ImportRequests.options(importer, dryRun, mode, actor);
        Path file = requests.receive(request);
        try {
            ndjson.answer(response, lines -> run(importing, file, options, lines, response));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Posts a file and tells of it in lines, all but the report. */
    private interface Importing {
        ImportReport run(Path file, ImportOptions options, Ndjson.Lines lines);
    }

    private static Importing plainly(Importer importer) {
        return (file, options, lines) -> importer.run(file, options, new ProgressLines(lines));
    }

    private static Importing withSheet(SheetImporter importer) {
        return (file, options, lines) -> {
            SheetImporter.Result result = importer.post(file, options, new ProgressLines(lines));
            try (SheetLines sheet = new SheetLines(lines)) {
                result.sheet().writeTo(file, sheet);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return result.report();
        };
    }

    private static void run(
            Importing importing,
            Path file,
            ImportOptions options,
            Ndjson.Lines lines,
            HttpServletResponse response) {
        try {
            ImportReport report = importing.run(file, options, lines);
            lines.line(Map.of("report", report));
        } catch (FileRefused e) {
            end(new ProblemException(ImportRequests.problem(e)), lines, response);
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

    private static Problem refused(ImportReport report) {
        return new Problem(
                409,
                "IMPORT_REFUSED",
                "Nothing was imported",
                "%d of %d lines were refused, so none was posted; correct them, or import with mode=each."
                        .formatted(report.refused(), report.lines()),
                Map.of("report", report));
    }
}
