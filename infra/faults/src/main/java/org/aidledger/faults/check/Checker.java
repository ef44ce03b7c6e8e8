package org.aidledger.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.faults.check.Flaw.Kind;
import org.aidledger.faults.check.Posting.State;
import org.aidledger.faults.check.Verdict.Accepted;
import org.aidledger.proof.VerifierKey;
import tools.jackson.databind.JsonNode;

/**
 * Compares the ledger with what clients were told. It is fed what the ledger shows, piece by piece
 * while nobody posts, and knows nothing of how it got it. Events are read once; that the earlier
 * ones have not changed since follows from the tree over them. Not for several threads at once.
 */
public final class Checker {

    private final Model model;
    private final Flaws flaws;
    private final Order order;
    private final Proofs proofs;
    private final Map<String, Books> books = new TreeMap<>();
    private final Map<Key, StoredLine> there = new HashMap<>();
    private final List<StoredLine> lines = new ArrayList<>();

    /**
     * @param key the log's, as it was at the beginning
     */
    public Checker(Model model, VerifierKey key, Flaws flaws) {
        this.model = model;
        this.flaws = flaws;
        this.order = new Order(flaws);
        this.proofs = new Proofs(key, flaws);
    }

    /** How many events were read. */
    public int events() {
        return lines.size();
    }

    /** Takes the next event. */
    public void event(StoredLine line) {
        order.take(line);
        lines.add(line);
        books(line.key().fund()).take(line);
        StoredLine before = there.putIfAbsent(line.key(), line);
        if (before != null) {
            flaws.add(
                    Kind.DOUBLED,
                    "%s is at position %d and at position %d"
                            .formatted(line.key(), before.position(), line.position()));
        }
        model.find(line.key())
                .ifPresentOrElse(
                        posting -> compare(posting.wanted(), line),
                        () ->
                                flaws.add(
                                        Kind.UNASKED,
                                        "nobody asked for %s at position %d"
                                                .formatted(line.key(), line.position())));
    }

    private void compare(Wanted wanted, StoredLine line) {
        if (!wanted.type().equals(line.type())) {
            flaws.add(
                    Kind.ALTERED,
                    "%s became %s, and not %s".formatted(wanted.key(), line.type(), wanted.type()));
        }
        wanted.said()
                .forEach((pointer, said) -> {
                    if (!line.text(pointer).equals(said)) {
                        flaws.add(
                                Kind.ALTERED,
                                "%s says %s at %s, and not %s"
                                        .formatted(
                                                wanted.key(), line.text(pointer), pointer, said));
                    }
                });
    }

    private Books books(String fund) {
        return books.computeIfAbsent(fund, name -> new Books(name, flaws));
    }

    /** Compares all that was answered with all events; to be called when all were taken. */
    public void answers() {
        model.all().forEach(this::compare);
        model.together()
                .forEach(keys -> {
                    long stored = keys.stream().filter(there::containsKey).count();
                    if (stored != 0 && stored != keys.size()) {
                        flaws.add(
                                Kind.HALF_DONE,
                                "%d of %d postings of one batch are there, beginning with %s"
                                        .formatted(stored, keys.size(), keys.getFirst()));
                    }
                });
        books.values().forEach(Books::checkCeilings);
    }

    private void compare(Posting posting) {
        Key key = posting.wanted().key();
        StoredLine line = there.get(key);
        State state = posting.state();
        if (line == null && state == State.ACKNOWLEDGED) {
            flaws.add(Kind.LOST, key + " was acknowledged, and is not there");
        }
        if (line != null && state == State.REFUSED) {
            flaws.add(
                    Kind.REFUSED_BUT_THERE,
                    "%s was refused, and is at position %d".formatted(key, line.position()));
        }
        if (line != null) {
            posting.placed().ifPresent(answer -> comparePlace(key, answer, line));
        }
    }

    private void comparePlace(Key key, Accepted answer, StoredLine line) {
        boolean same =
                answer.position().orElseThrow() == line.position()
                        && answer.eventIds().equals(List.of(line.eventId()));
        if (!same) {
            flaws.add(
                    Kind.ALTERED,
                    "%s was acknowledged as %s, and is %s at position %d"
                            .formatted(key, answer, line.eventId(), line.position()));
        }
    }

    /** Compares a fund's trial balance with its events. */
    public void trialBalance(String fund, JsonNode trialBalance) {
        books(fund).compare("trial balance", Books.ofTrialBalance(trialBalance));
    }

    /** Compares the lines of a fund's journal with its events. */
    public void journal(String fund, Iterable<JsonNode> journal) {
        books(fund).compare("journal", Books.ofJournal(journal));
    }

    /** Takes the ledger's own comparison of its read side with a replay. */
    public void replay(String fund, JsonNode comparison) {
        if (!comparison.at("/same").asBoolean()) {
            flaws.add(
                    Kind.READ_SIDE_DIFFERS,
                    "%s differs from its replay: %s"
                            .formatted(fund, comparison.at("/differences")));
        }
    }

    /** Keeps a checkpoint; answers its size. */
    public long checkpoint(String note) {
        return proofs.keep(note);
    }

    /** All checkpoints that were kept, as they were signed. */
    public List<String> checkpoints() {
        return proofs.notes();
    }

    /** How many entries of the log were read. */
    public int entries() {
        return proofs.entries();
    }

    /**
     * Takes a bundle of the log's entries.
     *
     * @param first position of its first one, none beyond those read
     */
    public void entries(int first, byte[] bundle) {
        proofs.entries(first, bundle, lines);
    }

    /** Compares all checkpoints with the entries. */
    public void roots() {
        proofs.checkRoots();
    }

    /** Takes the ledger's proof that one log it signed begins with another. */
    public void consistency(long from, long to, List<String> path) {
        proofs.consistent(from, to, path);
    }

    /** Takes the report of the ledger's own verification. */
    public void verification(JsonNode report) {
        if (!report.at("/sound").asBoolean()) {
            flaws.add(Kind.UNSOUND, report.at("/flaws").toString());
        }
    }
}
