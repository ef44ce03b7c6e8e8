package org.aidledger.eventstore.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.Flaw;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.VerifierKey;

/**
 * What was signed, by size: the checkpoints that are stored, and those that somebody kept
 * elsewhere. One that is not signed with the log's key is a flaw and counts no further.
 */
final class SignedRoots {

    private static final int ROWS_AT_ONCE = 200;

    /**
     * A checkpoint with a good signature.
     *
     * @param row where it is stored, if it is
     */
    record Signed(Checkpoint checkpoint, Optional<StoredCheckpoints.Row> row) {}

    private final StoredCheckpoints stored;
    private final long until;
    private final List<VerifierKey> keys;
    private final Deque<Signed> older = new ArrayDeque<>();
    private final Deque<Signed> page = new ArrayDeque<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private long read = -1;
    private boolean ended;

    /**
     * @param until largest size of a stored checkpoint that counts; others are made meanwhile
     * @param kept checkpoints that somebody kept elsewhere
     */
    SignedRoots(
            StoredCheckpoints stored, long until, List<VerifierKey> keys, List<SignedNote> kept) {
        this.stored = stored;
        this.until = until;
        this.keys = keys;
        kept.stream()
                .flatMap(note -> signed(note.toString(), "a checkpoint that was given").stream())
                .sorted(Comparator.comparingLong(Checkpoint::size))
                .forEach(c -> older.add(new Signed(c, Optional.empty())));
    }

    private Optional<Checkpoint> signed(String text, String what) {
        try {
            SignedNote note = SignedNote.parse(text);
            Checkpoint checkpoint = Checkpoint.of(note);
            boolean good =
                    keys.stream()
                            .anyMatch(k ->
                                    k.name().equals(checkpoint.origin()) && note.isSignedWith(k));
            if (good) {
                return Optional.of(checkpoint);
            }
            invalid(checkpoint.size(), what, "is not signed with the log's key");
        } catch (IllegalArgumentException e) {
            invalid(0, what, "cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    private void invalid(long size, String what, String why) {
        flaws.add(
                new Flaw(
                        Flaw.Kind.CHECKPOINT_INVALID,
                        size,
                        size,
                        "%s, of size %s, %s".formatted(what, size, why)));
    }

    /** The smallest checkpoint that was not taken yet. */
    Optional<Signed> peek() {
        Optional<Signed> kept = Optional.ofNullable(older.peek());
        Optional<Signed> mine = stored();
        if (kept.isEmpty() || mine.isEmpty()) {
            return kept.or(() -> mine);
        }
        return mine.get().checkpoint().size() <= kept.get().checkpoint().size() ? mine : kept;
    }

    /** Takes it. */
    void take(Signed signed) {
        if (signed.row().isPresent()) {
            page.remove();
        } else {
            older.remove();
        }
    }

    private Optional<Signed> stored() {
        while (page.isEmpty() && !ended) {
            List<StoredCheckpoints.Row> rows = stored.after(read, ROWS_AT_ONCE);
            ended = rows.isEmpty() || rows.getLast().size() >= until;
            rows.stream().filter(row -> row.size() <= until).forEach(this::add);
        }
        return Optional.ofNullable(page.peek());
    }

    private void add(StoredCheckpoints.Row row) {
        read = row.size();
        String what = "the checkpoint stored for size " + row.size();
        signed(row.note(), what)
                .ifPresent(checkpoint -> {
                    if (checkpoint.size() == row.size()) {
                        page.add(new Signed(checkpoint, Optional.of(row)));
                    } else {
                        invalid(checkpoint.size(), what, "is another one");
                    }
                });
    }

    /** The largest size among those that were not taken; takes them all. */
    long largestLeft() {
        long largest = 0;
        for (Optional<Signed> left = peek(); left.isPresent(); left = peek()) {
            largest = Math.max(largest, left.get().checkpoint().size());
            take(left.get());
        }
        return largest;
    }

    /** What is no checkpoint of this log. */
    List<Flaw> flaws() {
        return List.copyOf(flaws);
    }
}
