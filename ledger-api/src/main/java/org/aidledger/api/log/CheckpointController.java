package org.aidledger.api.log;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.proof.CosignatureRefused;
import org.aidledger.proof.IssuedCheckpoint;
import org.aidledger.proof.LogKey;
import org.aidledger.proof.NoteSignature;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.TransparencyLog;
import org.aidledger.proof.VerifierKey;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the log has signed, with which keys, and who signed it as well. */
@RestController
@Needs(Right.PROOFS)
@RequestMapping("/api/v1/log")
class CheckpointController {

    /** As {@code tlog-tiles} wants it. */
    private static final String NOTE = "text/plain;charset=UTF-8";

    private static final int MOST = 1000;

    private final TransparencyLog log;

    CheckpointController(TransparencyLog log) {
        this.log = log;
    }

    /** The latest checkpoint, or that of a size, with the signatures of witnesses. */
    @GetMapping(path = "/checkpoint", produces = NOTE)
    ResponseEntity<String> checkpoint(@RequestParam Optional<Long> size) {
        return answer(HttpStatus.OK, size.isPresent() ? of(log, size.get()) : latest(log));
    }

    /** Makes a checkpoint over everything that is stored now, unless there is one. */
    @PostMapping(path = "/checkpoint", produces = NOTE)
    @ApiResponse(responseCode = "201", description = "the latest checkpoint")
    ResponseEntity<String> make() {
        return answer(HttpStatus.CREATED, log.makeCheckpoint());
    }

    /** Takes the signatures of witnesses: a checkpoint of this log with theirs below it. */
    @PostMapping(path = "/add-cosignature", consumes = MediaType.TEXT_PLAIN_VALUE, produces = NOTE)
    ResponseEntity<String> cosign(@RequestBody String note) {
        try {
            return answer(HttpStatus.OK, log.cosign(SignedNote.parse(note)));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("body", "the body is no signed note: " + e.getMessage());
        } catch (CosignatureRefused e) {
            throw new ProblemException(ProblemCode.COSIGNATURE_REFUSED, e.getMessage() + ".");
        }
    }

    private static ResponseEntity<String> answer(HttpStatus status, IssuedCheckpoint checkpoint) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noCache())
                .body(checkpoint.note().toString());
    }

    static IssuedCheckpoint latest(TransparencyLog log) {
        return log.latest()
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemCode.NOT_FOUND, "The log has made no checkpoint yet."));
    }

    static IssuedCheckpoint of(TransparencyLog log, long size) {
        return log.checkpoint(size)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemCode.NOT_FOUND,
                                "There is no checkpoint of size %s.".formatted(size)));
    }

    /**
     * A checkpoint in a list.
     *
     * @param size events that it speaks for
     * @param cosigned by which witnesses
     */
    record Listed(long size, String root, Instant made, List<String> cosigned) {

        static Listed of(IssuedCheckpoint issued, List<VerifierKey> witnesses) {
            return new Listed(
                    issued.checkpoint().size(),
                    issued.checkpoint().root().toString(),
                    issued.made(),
                    issued.note().signatures().stream()
                            .filter(s -> witnesses.stream().anyMatch(w -> w.isOf(s)))
                            .map(NoteSignature::name)
                            .toList());
        }
    }

    /** The latest first; the next page is below the smallest of this one. */
    @GetMapping("/checkpoints")
    List<Listed> checkpoints(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long below,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", "limit must be 1 to " + MOST);
        }
        List<VerifierKey> witnesses = log.witnesses();
        return log.checkpoints(below, limit).stream().map(c -> Listed.of(c, witnesses)).toList();
    }

    /**
     * The log's keys and those of its witnesses, in the written form of C2SP's {@code signed-note}.
     *
     * @param origin name of the log
     */
    record Keys(String origin, List<Key> keys, List<String> witnesses) {}

    /** A key of the log. */
    record Key(String verifier, Instant since, boolean inUse) {

        static Key of(LogKey key) {
            return new Key(key.key().toString(), key.since(), key.inUse());
        }
    }

    @GetMapping("/key")
    Keys keys() {
        List<LogKey> keys = log.keys();
        return new Keys(
                keys.getFirst().key().name(),
                keys.stream().map(Key::of).toList(),
                log.witnesses().stream().map(VerifierKey::toString).toList());
    }
}
