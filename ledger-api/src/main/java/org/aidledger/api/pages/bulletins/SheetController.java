package org.aidledger.api.pages.bulletins;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Unit;
import org.aidledger.api.sheet.Spreadsheet;
import org.aidledger.api.snapshot.SnapshotDesk;
import org.aidledger.projections.snapshots.RegisteredSnapshot;
import org.aidledger.snapshot.SnapshotId;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives a bulletin as a spreadsheet. */
@RestController
@Needs(Right.FIGURES)
class SheetController {

    private final SnapshotDesk desk;
    private final Bulletins bulletins;
    private final MessageSource messages;

    SheetController(SnapshotDesk desk, Bulletins bulletins, MessageSource messages) {
        this.desk = desk;
        this.bulletins = bulletins;
        this.messages = messages;
    }

    /**
     * The bulletin as .xlsx, the same bytes each time.
     *
     * @param lang zh or en; zh if absent
     */
    @GetMapping(path = "/api/v1/snapshots/{snapshot}/sheet", produces = Spreadsheet.TYPE)
    @ApiResponse(
            responseCode = "200",
            description = "the bulletin",
            content = @Content(mediaType = Spreadsheet.TYPE))
    ResponseEntity<byte[]> sheet(
            @PathVariable SnapshotId snapshot, @RequestParam Optional<String> lang)
            throws IOException {
        RegisteredSnapshot found = desk.required(snapshot);
        boolean english = lang.filter("en"::equals).isPresent();
        Say say = new Say(messages, english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE, Unit.ONE);
        byte[] file = BulletinSheet.of(say, found, bulletins.of(say, found));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Spreadsheet.TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(snapshot + ".xlsx")
                                .build()
                                .toString())
                .body(file);
    }
}
