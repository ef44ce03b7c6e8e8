package org.aidledger.api.backup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.Ndjson;
import org.aidledger.api.http.PointInTime;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.event.Backup;
import org.aidledger.event.BackupRefused;
import org.aidledger.projections.status.ProcessorStatus;
import org.aidledger.projections.status.ReadSide;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives backups and takes them. */
@RestController
@Needs(Right.MAINTENANCE)
class BackupController {

    private static final String ZIP = "application/zip";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Backup backup;
    private final ReadSide readSide;
    private final Ndjson ndjson;

    BackupController(Backup backup, ReadSide readSide, Ndjson ndjson) {
        this.backup = backup;
        this.readSide = readSide;
        this.ndjson = ndjson;
    }

    /** A line of progress: events that the read side shows, of events restored. */
    record Progress(long done, long of) {}

    /** The ledger as it is at this moment, as a ZIP archive. */
    @GetMapping(path = "/api/v1/backup", produces = ZIP)
    void backup(HttpServletResponse response) throws IOException {
        response.setContentType(ZIP);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("aid-ledger-%s.zip".formatted(LocalDate.now(ZoneOffset.UTC)))
                        .build()
                        .toString());
        var _ = backup.write(response.getOutputStream());
    }

    /**
     * Fills an empty ledger, and then tells how far the read side has come.
     *
     * @param until leaves out what was recorded later; an instant such as 2026-06-30T12:00:00Z
     */
    @PostMapping(
            path = "/api/v1/restore",
            consumes = {ZIP, MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = Ndjson.TYPE)
    void restore(
            @RequestParam Optional<String> until,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Backup.Contents contents =
                restored(request, until.map(text -> PointInTime.instant("until", text)));
        ndjson.answer(
                response,
                lines -> {
                    awaitReads(contents.events(), lines);
                    lines.line(Map.of("report", contents));
                });
    }

    private Backup.Contents restored(HttpServletRequest request, Optional<Instant> until)
            throws IOException {
        try {
            return backup.restore(request.getInputStream(), until);
        } catch (BackupRefused e) {
            throw new ProblemException(
                    switch (e.reason()) {
                        case LEDGER_NOT_EMPTY -> ProblemCode.LEDGER_NOT_EMPTY;
                        case BACKUP_DAMAGED -> ProblemCode.BACKUP_DAMAGED;
                        case OTHER_LOG -> ProblemCode.OTHER_LOG;
                        case OTHER_MASTER_KEY -> ProblemCode.OTHER_MASTER_KEY;
                    },
                    String.valueOf(e.getMessage()));
        }
    }

    private void awaitReads(long events, Ndjson.Lines lines) {
        while (!readSide.awaitPosition(events - 1, LOOK_AGAIN)) {
            ProcessorStatus status = readSide.status();
            if (status.error().isPresent() || Thread.currentThread().isInterrupted()) {
                return; // health says more; the events are there
            }
            lines.line(new Progress(status.position() + 1, events));
            lines.flush();
        }
    }
}
