package org.aidledger.api.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aidledger.event.AsOf;
import org.aidledger.event.StoredForm;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.json.Components;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.Cosignature;
import org.aidledger.proof.Hash;
import org.aidledger.proof.NoteSignature;
import org.aidledger.proof.SharedInclusion;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.VerifierKey;
import tools.jackson.databind.JsonNode;

/**
 * Checks a bundle with nothing but the log's public keys: neither server nor database. Whatever the
 * file says of itself is compared with what follows from its events, and these with what was
 * signed.
 */
public final class BundleCheck {

    private final BundleLines lines;
    private final List<VerifierKey> keys;
    private final List<VerifierKey> witnesses;
    private final BundleEvents events;
    private final List<Hash> proof = new ArrayList<>();
    private final List<String> proved = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    private BundleCheck(
            BundleLines lines,
            List<VerifierKey> keys,
            List<VerifierKey> witnesses,
            StoredForm form) {
        this.lines = lines;
        this.keys = keys;
        this.witnesses = witnesses;
        this.events = new BundleEvents(form);
    }

    /**
     * Checks.
     *
     * @param keys the log's verifier keys, got another way than the file; one that signed is enough
     * @param witnesses keys of witnesses whose signatures count
     * @param form reads the events
     * @param mostBytes larger files are not read
     * @throws MalformedBundle if the file is none
     */
    public static BundleReport of(
            InputStream file,
            List<VerifierKey> keys,
            List<VerifierKey> witnesses,
            StoredForm form,
            long mostBytes)
            throws IOException {
        return new BundleCheck(new BundleLines(file, mostBytes), keys, witnesses, form).check();
    }

    private BundleReport check() throws IOException {
        JsonNode head = required();
        FundId fund;
        AsOf asOf;
        try {
            if (!head.path(BundleForm.BUNDLE).asString("").equals(BundleForm.NAME)) {
                throw lines.malformed("it does not begin as one");
            }
            BundleForm.requireMembers(head, BundleForm.HEAD_MEMBERS);
            fund = new FundId(BundleForm.text(head, BundleForm.FUND));
            asOf =
                    new AsOf(
                            LocalDate.parse(BundleForm.text(head, BundleForm.AS_OF)),
                            Instant.parse(BundleForm.text(head, BundleForm.KNOWN_AT)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw lines.malformed(String.valueOf(e.getMessage()));
        }
        JsonNode line = required();
        for (; line.has(BundleForm.POSITION); line = required()) {
            read(line);
        }
        for (; line.has(BundleForm.PROOF); line = required()) {
            readProof(line);
        }
        JsonNode figures = line.path(BundleForm.FIGURES);
        if (!figures.isObject() || line.size() != 1) {
            throw lines.malformed("here should be the figures");
        }
        SignedNote note = note(required());
        if (lines.next().isPresent()) {
            throw lines.malformed("something follows the checkpoint");
        }
        checkSigned(note);
        events.check(fund, asOf, proved, wrong);
        checkFigures(asOf, figures);
        checkWitnesses(note);
        sayWhatIsOpen(fund, asOf);
        String subject =
                "Fund %s as of %s, as known at %s".formatted(fund, asOf.effective(), asOf.known());
        return new BundleReport(subject, proved, wrong, open);
    }

    private JsonNode required() throws IOException {
        return lines.next().orElseThrow(() -> lines.malformed("it breaks off"));
    }

    private void read(JsonNode line) {
        try {
            events.add(BundleForm.event(line));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw lines.malformed(String.valueOf(e.getMessage()));
        }
    }

    private void readProof(JsonNode line) {
        try {
            BundleForm.requireMembers(line, 1);
            for (JsonNode hash : line.path(BundleForm.PROOF)) {
                proof.add(Hash.parse(hash.asString("")));
            }
        } catch (IllegalArgumentException e) {
            throw lines.malformed(String.valueOf(e.getMessage()));
        }
    }

    private SignedNote note(JsonNode foot) {
        try {
            BundleForm.requireMembers(foot, 1);
            return SignedNote.parse(BundleForm.text(foot, BundleForm.CHECKPOINT));
        } catch (IllegalArgumentException e) {
            throw lines.malformed(String.valueOf(e.getMessage()));
        }
    }

    private void checkSigned(SignedNote note) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.of(note);
        } catch (IllegalArgumentException e) {
            throw lines.malformed(String.valueOf(e.getMessage()));
        }
        Optional<VerifierKey> signer =
                keys.stream()
                        .filter(key -> key.name().equals(checkpoint.origin()))
                        .filter(note::isSignedWith)
                        .findFirst();
        signer.ifPresentOrElse(
                key ->
                        proved.add(
                                ("The checkpoint over the first %s events of the log %s is signed"
                                                + " with the key %s.")
                                        .formatted(checkpoint.size(), checkpoint.origin(), key)),
                () ->
                        wrong.add(
                                "The checkpoint is not signed with the key "
                                        + keys.stream()
                                                .map(VerifierKey::toString)
                                                .collect(Collectors.joining(", nor with "))
                                        + "."));
        SharedInclusion inclusion = new SharedInclusion(checkpoint.size(), proof);
        if (inclusion.proves(events.positions(), events.leaves(), checkpoint.root())) {
            proved.add(
                    ("Each of the %s events of this file is in that log, at its position, with its"
                                    + " recorded instant and the very bytes of its content.")
                            .formatted(events.count()));
        } else {
            wrong.add(
                    "The events are not those that the checkpoint speaks for: at least one of them,"
                            + " or the proof, was altered, left out or added.");
        }
    }

    private void checkFigures(AsOf asOf, JsonNode stated) {
        Optional<FundFigures> computed = events.figures(asOf);
        if (computed.isEmpty()) {
            wrong.add("No figures follow from the events: the fund was not open by then.");
            return;
        }
        JsonNode own = BundleForm.JSON.readTree(Components.write(computed.get()));
        List<String> differences = FigureComparison.differences(own, stated);
        if (differences.isEmpty()) {
            proved.add(
                    ("The figures of the file, %s in all, are those that follow from these events"
                                    + " and from nothing else: authorised %s, received %s,"
                                    + " allocated %s, disbursed %s, paid %s.")
                            .formatted(
                                    FigureComparison.count(own),
                                    computed.get().authorised(),
                                    computed.get().received(),
                                    computed.get().totals().allocated(),
                                    computed.get().totals().disbursed(),
                                    computed.get().totals().paid()));
        }
        wrong.addAll(differences);
    }

    private void checkWitnesses(SignedNote note) {
        for (VerifierKey witness : witnesses) {
            Optional<NoteSignature> signature =
                    note.signatures().stream()
                            .filter(s -> witness.verifies(note.text(), s))
                            .findFirst();
            if (signature.isPresent()) {
                proved.add(
                        "The witness %s signed the checkpoint at %s: by then it had seen no other"
                                        .formatted(
                                                witness.name(), Cosignature.time(signature.get()))
                                + " history of this log.");
            } else {
                wrong.add("The witness " + witness.name() + " did not sign the checkpoint.");
            }
        }
    }

    private void sayWhatIsOpen(FundId fund, AsOf asOf) {
        open.add("That what people recorded is true.");
        open.add("That the operator's clock was right when it recorded an instant.");
        open.add(
                ("That nothing more was recorded for the fund %s by %s than this file has, after"
                                + " the last event of a stream or as a further finding.")
                        .formatted(fund, asOf.known()));
        if (witnesses.isEmpty()) {
            open.add(
                    "That the log shows everybody the same history: give the keys of witnesses, or"
                            + " compare with a checkpoint that was kept elsewhere (verify"
                            + " --checkpoint).");
        }
    }
}
