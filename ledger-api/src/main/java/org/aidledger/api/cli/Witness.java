package org.aidledger.api.cli;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.Consistency;
import org.aidledger.proof.Cosignature;
import org.aidledger.proof.Hash;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.SigningKey;
import org.aidledger.proof.VerifierKey;
import tools.jackson.databind.JsonNode;

/**
 * A witness of one log. It signs a checkpoint only if it follows from the one before, and remembers
 * it before it gives the signature away: whatever happens in between, it never signs two histories.
 */
final class Witness {

    private final LedgerClient log;
    private final SigningKey key;
    private final WitnessFiles files;
    private final Clock clock;

    /**
     * @param log whose server is the address of the log, without a slash at the end
     */
    Witness(LedgerClient log, SigningKey key, WitnessFiles files, Clock clock) {
        this.log = log;
        this.key = key;
        this.files = files;
        this.clock = clock;
    }

    /** The log has told two histories; nobody should go on as if nothing had happened. */
    static final class Forked extends Refused {

        private static final long serialVersionUID = 1L;

        Forked(String message) {
            super(message);
        }
    }

    /**
     * Looks at the log once; answers a sentence on what came of it.
     *
     * @param given the log's key, if somebody gave it
     * @throws Forked if the log is not the one that was seen before
     * @throws Refused if it cannot be seen or does not take the signature
     */
    String look(Optional<VerifierKey> given) {
        VerifierKey logKey = logKey(given);
        SignedNote note = note(log.text("/checkpoint", new LedgerClient.Query(), "text/plain"));
        Checkpoint now = signed(note, logKey);
        Optional<SignedNote> before = files.last(now.origin());
        before.ifPresent(last -> requireGrown(Checkpoint.of(last), now));
        files.remember(now.origin(), note);
        SignedNote signed =
                new SignedNote(
                        note.text(), List.of(Cosignature.sign(key, note.text(), clock.instant())));
        log.postText("/add-cosignature", signed.toString());
        return "%s: %s events, signed; %s"
                .formatted(
                        now.origin(),
                        now.size(),
                        before.map(last ->
                                        "it begins with the %s seen before"
                                                .formatted(Checkpoint.of(last).size()))
                                .orElse("seen for the first time"));
    }

    private VerifierKey logKey(Optional<VerifierKey> given) {
        Optional<VerifierKey> remembered = files.logKey();
        if (given.isPresent() && remembered.isPresent() && !given.equals(remembered)) {
            files.rememberLogKey(given.get()); // somebody changed it knowingly
        }
        VerifierKey logKey = given.or(() -> remembered).orElseGet(this::askForKey);
        if (remembered.isEmpty()) {
            files.rememberLogKey(logKey);
        }
        return logKey;
    }

    private VerifierKey askForKey() {
        JsonNode keys = log.get("/key", new LedgerClient.Query());
        try {
            return VerifierKey.parse(keys.path("keys").path(0).path("verifier").asString(""));
        } catch (IllegalArgumentException e) {
            throw new Refused("the log gives no key: " + e.getMessage(), e);
        }
    }

    private static SignedNote note(String text) {
        try {
            return SignedNote.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Refused("the log gives no checkpoint: " + e.getMessage(), e);
        }
    }

    private static Checkpoint signed(SignedNote note, VerifierKey logKey) {
        try {
            Checkpoint checkpoint = Checkpoint.of(note);
            if (checkpoint.origin().equals(logKey.name()) && note.isSignedWith(logKey)) {
                return checkpoint;
            }
        } catch (IllegalArgumentException e) {
            throw new Refused("the log gives no checkpoint: " + e.getMessage(), e);
        }
        throw new Forked("the checkpoint is not signed with the log's key " + logKey);
    }

    private void requireGrown(Checkpoint before, Checkpoint now) {
        if (now.size() < before.size()) {
            throw new Forked(
                    "THE LOG BECAME SHORTER: it had signed %s events and now shows %s"
                            .formatted(before.size(), now.size()));
        }
        Consistency proof =
                now.size() == before.size()
                        ? new Consistency(before.size(), now.size(), List.of())
                        : proof(before.size(), now.size());
        if (!proof.proves(before.root(), now.root())) {
            throw new Forked(
                    ("THE LOG HAS TWO HISTORIES: its checkpoint over %s events does not begin with"
                                    + " the %s that it had signed before")
                            .formatted(now.size(), before.size()));
        }
    }

    private Consistency proof(long from, long to) {
        JsonNode answer =
                log.get(
                        "/proof/consistency",
                        new LedgerClient.Query().with("from", from).with("to", to));
        try {
            return new Consistency(
                    from,
                    to,
                    answer.path("proof")
                            .valueStream()
                            .map(hash -> Hash.parse(hash.asString("")))
                            .toList());
        } catch (IllegalArgumentException e) {
            throw new Refused("the log gives no proof: " + e.getMessage(), e);
        }
    }
}
