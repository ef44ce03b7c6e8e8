package org.aidledger.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A text and its signatures, as C2SP's {@code signed-note} writes them. Nothing in it is to be
 * believed before a signature is verified with a key that came another way.
 *
 * @param text lines, each with its end
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** Longer notes are not read. */
    public static final int MOST_CHARACTERS = 100_000;

    private static final int MOST_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (text.isEmpty() || !text.endsWith("\n") || signatures.isEmpty()) {
            throw new IllegalArgumentException("a note has lines and signatures");
        }
    }

    /**
     * Reads a note.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SignedNote parse(String note) {
        if (note.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("the note is too long");
        }
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("the note has control characters");
        }
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException(
                    "a note is lines, a blank line, and lines of signatures");
        }
        List<NoteSignature> signatures =
                note.substring(blank + 2).lines().map(NoteSignature::parse).toList();
        if (signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("the note has too many signatures");
        }
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    /** The note with more signatures, each once. */
    public SignedNote with(List<NoteSignature> more) {
        LinkedHashSet<NoteSignature> all = new LinkedHashSet<>(signatures);
        all.addAll(more);
        return new SignedNote(text, new ArrayList<>(all));
    }

    /**
     * Whether it is signed with a key. A note that claims to be and is not is no note at all, even
     * if another signature is good.
     */
    public boolean isSignedWith(VerifierKey key) {
        List<NoteSignature> its = signatures.stream().filter(key::isOf).toList();
        return !its.isEmpty() && its.stream().allMatch(s -> key.verifies(text, s));
    }

    /** The note itself. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(s -> note.append(s).append('\n'));
        return note.toString();
    }
}
