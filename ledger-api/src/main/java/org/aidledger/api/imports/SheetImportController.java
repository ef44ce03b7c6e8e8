package org.aidledger.api.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.imports.sheet.CsvTemplate;
import org.aidledger.api.imports.sheet.SheetImporter;
import org.aidledger.api.imports.sheet.SheetTemplates;
import org.aidledger.api.sheet.Spreadsheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives templates of sheets, and the result of an import as a sheet. */
@RestController
@Needs(Right.IMPORT)
class SheetImportController {

    /** How many rows became what, since the answer itself is a workbook. */
    static final String COUNTS = "Import-Counts";

    private static final int TAKEN = 200;
    private static final int REFUSED = 409;
    private static final String TEXT_CSV = "text/csv;charset=UTF-8";

    private final ImportRequests requests;
    private final SheetTemplates templates;

    SheetImportController(ImportRequests requests, SheetTemplates templates) {
        this.requests = requests;
        this.templates = templates;
    }

    /**
     * The rows as they came, each with what became of it, as a sheet. The header {@value #COUNTS}
     * says how many became what.
     */
    @PostMapping(
            path = ImportController.PATH,
            consumes = {"text/csv", Spreadsheet.TYPE, MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = Spreadsheet.TYPE)
    void asSheet(
            @PathVariable String format,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "atomic") String mode,
            @RequestParam Optional<String> actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SheetImporter sheets = requests.sheetImporter(format);
        ImportOptions options = ImportRequests.options(sheets, dryRun, mode, actor);
        Path file = requests.receive(request);
        try {
            SheetImporter.Result result = sheets.post(file, options, (_, _) -> {});
            response.setStatus(result.report().stoppedByRefusals() ? REFUSED : TAKEN);
            response.setHeader(COUNTS, counts(result.report()));
            result.sheet()
                    .writeTo(file, download(response, "aid-ledger-result.xlsx").getOutputStream());
        } catch (FileRefused e) {
            throw new ProblemException(ImportRequests.problem(e));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** A dictionary in the sense of RFC 9651. */
    private static String counts(ImportReport report) {
        return "lines=%d, posted=%d, already-there=%d, refused=%d, held-back=%d"
                .formatted(
                        report.lines(),
                        report.posted(),
                        report.alreadyThere(),
                        report.refused(),
                        report.heldBack());
    }

    private static HttpServletResponse download(HttpServletResponse response, String name) {
        response.setContentType(Spreadsheet.TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        return response;
    }

    /** A workbook to fill in, with the commands that the caller may send. */
    @GetMapping(path = "/api/v1/imports/xlsx/template", produces = Spreadsheet.TYPE)
    void sheetTemplate(HttpServletResponse response) throws IOException {
        templates
                .of(CurrentCaller.required())
                .writeTo(download(response, "aid-ledger-template.xlsx").getOutputStream());
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
}
