package org.aidledger.api.log;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.Ndjson;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.proof.Flaw;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.Verification;
import org.aidledger.proof.VerificationReport;
import org.aidledger.proof.VerificationReport.Names;
import org.aidledger.proof.VerifierKey;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Recomputes the log from the stored events, opens payees' names, and says what is not as it was.
 */
@RestController
@Needs(Right.PROOFS)
class VerifyController {

    private final Verification verification;
    private final Ndjson ndjson;
    private final AtomicBoolean running = new AtomicBoolean();

    VerifyController(Verification verification, Ndjson ndjson) {
        this.verification = verification;
        this.ndjson = ndjson;
    }

    /**
     * What to compare with besides what is stored.
     *
     * @param checkpoints signed notes that somebody kept
     * @param keys all verifier keys that the log ever had, as somebody kept them; else the stored
     *     ones count
     * @param key one such key
     */
    record Comparison(
            Optional<List<String>> checkpoints, Optional<List<String>> keys, Optional<String> key) {

        List<VerifierKey> givenKeys() {
            return Stream.concat(keys.orElse(List.of()).stream(), key.stream())
                    .map(VerifyController::key)
                    .toList();
        }
    }

    /** A line of progress: events done of events to do. */
    record Progress(long done, long of) {}

    /**
     * The outcome: the last line.
     *
     * @param sound whether everything is as it was
     * @param signedFor events that the largest checkpoint speaks for that holds
     * @param older checkpoints that were given
     * @param payees names of payees that fit, were erased, or cannot be told
     */
    record Report(
            boolean sound,
            long events,
            long signedFor,
            long tiles,
            long checkpoints,
            long older,
            Names payees,
            long tookMillis,
            List<Flaw> flaws) {

        static Report of(VerificationReport r, long tookMillis) {
            return new Report(
                    r.sound(),
                    r.events(),
                    r.signedFor(),
                    r.tiles(),
                    r.checkpoints(),
                    r.older(),
                    r.payees(),
                    tookMillis,
                    r.flaws());
        }
    }

    @PostMapping(
            path = "/api/v1/log/verify",
            produces = Ndjson.TYPE,
            consumes = MediaType.APPLICATION_JSON_VALUE)
    void verify(@RequestBody Comparison wanted, HttpServletResponse response) throws IOException {
        List<SignedNote> older =
                wanted.checkpoints().orElse(List.of()).stream()
                        .map(VerifyController::note)
                        .toList();
        List<VerifierKey> keys = wanted.givenKeys();
        if (!running.compareAndSet(false, true)) {
            throw new ProblemException(
                    ProblemCode.VERIFICATION_RUNNING,
                    "Wait for the verification under way to end.");
        }
        try {
            long began = System.nanoTime();
            ndjson.answer(
                    response,
                    lines -> {
                        VerificationReport report =
                                verification.run(
                                        older,
                                        keys,
                                        (done, of) -> {
                                            lines.line(new Progress(done, of));
                                            lines.flush();
                                        });
                        long took = (System.nanoTime() - began) / 1_000_000;
                        lines.line(Map.of("report", Report.of(report, took)));
                    });
        } finally {
            running.set(false);
        }
    }

    private static SignedNote note(String text) {
        try {
            return SignedNote.parse(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("checkpoints", "no checkpoint: " + e.getMessage());
        }
    }

    private static VerifierKey key(String text) {
        try {
            return VerifierKey.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("keys", "no verifier key: " + e.getMessage());
        }
    }
}
