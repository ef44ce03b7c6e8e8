package org.aidledger.api.imports;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.access.Caller;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.http.Problem;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.imports.FileRefused.Code;
import org.aidledger.api.imports.sheet.SheetImporter;
import org.aidledger.event.Actor;
import org.aidledger.fund.PostBatch.BatchMode;

/** What requests with files have in common. */
final class ImportRequests {

    private final Map<String, Importer> importers;
    private final Upload upload;

    ImportRequests(List<Importer> importers, Upload upload) {
        this.importers = importers.stream().collect(toMap(Importer::format, i -> i));
        this.upload = upload;
    }

    /** The importer of a format. */
    Importer importer(String format) {
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

    /** The importer of a format whose result can be a sheet. */
    SheetImporter sheetImporter(String format) {
        if (importer(format) instanceof SheetImporter sheets) {
            return sheets;
        }
        throw new ProblemException(
                ProblemCode.NOT_ACCEPTABLE,
                "What becomes of %s is not told as a sheet; ask for JSON.".formatted(format));
    }

    /** What a request asks for. */
    static ImportOptions options(
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

    /** The body as a file, which the caller deletes. */
    Path receive(HttpServletRequest request) throws IOException {
        try {
            return upload.receive(request);
        } catch (FileRefused e) {
            throw new ProblemException(problem(e));
        }
    }

    /** A file that was refused, as an answer. */
    static Problem problem(FileRefused e) {
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
                            MALFORMED_XLSX,
                            HOSTILE_XLSX,
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
