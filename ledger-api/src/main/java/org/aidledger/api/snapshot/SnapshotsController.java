package org.aidledger.api.snapshot;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.api.http.Listing;
import org.aidledger.api.http.Paging;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.snapshot.SnapshotDesk.Done;
import org.aidledger.projections.snapshots.RegisteredSnapshot;
import org.aidledger.projections.snapshots.SnapshotRegister;
import org.aidledger.projections.status.Present;
import org.aidledger.proof.TransparencyLog;
import org.aidledger.snapshot.SnapshotDigest;
import org.aidledger.snapshot.SnapshotFigures;
import org.aidledger.snapshot.SnapshotId;
import org.aidledger.snapshot.SnapshotKind;
import org.aidledger.snapshot.SnapshotRejection.FiguresDiffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Freezes, signs, shows, compares and withdraws snapshots. */
@RestController
@Needs(Right.FIGURES)
@RequestMapping("/api/v1/snapshots")
class SnapshotsController {

    private static final String JSON = "application/json";

    private final SnapshotDesk desk;
    private final SnapshotRegister register;
    private final CommandRequests requests;
    private final TransparencyLog log;
    private final Present present;

    SnapshotsController(
            SnapshotDesk desk,
            SnapshotRegister register,
            CommandRequests requests,
            TransparencyLog log,
            Present present) {
        this.desk = desk;
        this.register = register;
        this.requests = requests;
        this.log = log;
        this.present = present;
    }

    /** As known when. */
    record Known(Instant knownAt) {}

    /** A snapshot and what it is worth. */
    record Detail(@JsonUnwrapped SnapshotView view, boolean good, Verified verified) {}

    /** Freezes the figures of funds at a point in time. */
    @Needs(Right.SNAPSHOTS)
    @PostMapping(consumes = JSON, produces = JSON)
    ResponseEntity<Done> freeze(@RequestBody SnapshotRequest body, HttpServletRequest request) {
        return answer(desk.freeze(body.wanted(requests.key(request), present.today())));
    }

    /** Signs a snapshot that somebody else froze, if its figures come out as they were frozen. */
    @Needs(Right.SIGNING)
    @PostMapping(path = "/{snapshot}/sign", consumes = JSON, produces = JSON)
    ResponseEntity<Done> sign(
            @PathVariable SnapshotId snapshot,
            @RequestBody SnapshotRequest body,
            HttpServletRequest request) {
        return answer(desk.sign(snapshot, body.voucher(requests.key(request), present.today())));
    }

    /** Withdraws a snapshot, for a reason; it stays to be seen. */
    @Needs(Right.SIGNING)
    @PostMapping(path = "/{snapshot}/withdraw", consumes = JSON, produces = JSON)
    ResponseEntity<Done> withdraw(
            @PathVariable SnapshotId snapshot,
            @RequestBody SnapshotRequest body,
            HttpServletRequest request) {
        return answer(
                desk.withdraw(
                        snapshot,
                        body.voucher(requests.key(request), present.today()),
                        body.why()));
    }

    private static ResponseEntity<Done> answer(Done done) {
        return ResponseEntity.status(done.repeated() ? 200 : 201).body(done);
    }

    /** Snapshots all of whose funds the caller sees, the latest first. */
    @GetMapping(produces = {JSON, "text/csv"})
    Listing<Known, SnapshotView> all(@RequestParam Optional<SnapshotKind> kind, Paging paging) {
        return Listing.ofPages(
                new Known(present.known()),
                paging,
                after -> register.page(kind, after, paging.limit()).map(SnapshotView::of),
                SnapshotView.ROW);
    }

    /** A snapshot, and whether its figures still come out as they were frozen. */
    @GetMapping(path = "/{snapshot}", produces = JSON)
    Detail one(@PathVariable SnapshotId snapshot) {
        RegisteredSnapshot found = desk.required(snapshot);
        Verified verified = Verified.of(found, desk.figures(found.frozen().terms()), log);
        return new Detail(SnapshotView.of(found), verified.good(), verified);
    }

    /** The data, byte for byte the same each time, or a refusal where it would not be. */
    @GetMapping(path = "/{snapshot}/data", produces = JSON)
    ResponseEntity<byte[]> data(@PathVariable SnapshotId snapshot) {
        RegisteredSnapshot found = desk.required(snapshot);
        byte[] data = desk.figures(found.frozen().terms()).data();
        SnapshotDigest made = SnapshotDigest.of(data);
        if (!made.equals(found.frozen().digest())) {
            throw new ProblemException(new FiguresDiffer(snapshot, found.frozen().digest(), made));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag("\"" + made + "\"")
                .header(
                        "Repr-Digest",
                        "sha-256=:" + Base64.getEncoder().encodeToString(made.bytes()) + ":")
                .body(data);
    }

    /** Another snapshot beside this one, which is the earlier side. */
    @GetMapping(path = "/{snapshot}/compare/{other}", produces = JSON)
    Comparison compare(@PathVariable SnapshotId snapshot, @PathVariable SnapshotId other) {
        RegisteredSnapshot a = desk.required(snapshot);
        RegisteredSnapshot b = desk.required(other);
        SnapshotFigures from = desk.figures(a.frozen().terms());
        SnapshotFigures to = desk.figures(b.frozen().terms());
        return Comparison.of(side(a, from), from, side(b, to), to);
    }

    private static Comparison.Side side(RegisteredSnapshot snapshot, SnapshotFigures figures) {
        return new Comparison.Side(
                snapshot.frozen().snapshot(), snapshot.frozen().digest(), figures.digest());
    }
}
