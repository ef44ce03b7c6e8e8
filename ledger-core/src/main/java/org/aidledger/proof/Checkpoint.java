package org.aidledger.proof;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A tree at one size, as C2SP's {@code tlog-checkpoint} writes it: three lines, the text of a note.
 *
 * @param origin which log it is
 * @param size how many leaves
 * @param root the hash over all of them
 */
public record Checkpoint(String origin, long size, Hash root) {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final int LINES = 3;

    public Checkpoint {
        KeyText.requireName(origin);
        if (size < 0 || (size == 0 && !root.equals(Hash.EMPTY))) {
            throw new IllegalArgumentException("no tree of size " + size + " has that root");
        }
    }

    /**
     * Reads a note's text. Lines after the third are allowed and mean nothing here.
     *
     * @throws IllegalArgumentException if it is no checkpoint
     */
    public static Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < LINES
                || lines.stream().anyMatch(String::isEmpty)
                || !NUMBER.matcher(lines.get(1)).matches()) {
            throw new IllegalArgumentException(
                    "a checkpoint is three lines: origin, size and root");
        }
        return new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), Hash.parse(lines.get(2)));
    }

    /** Of a note. */
    public static Checkpoint of(SignedNote note) {
        return parse(note.text());
    }

    /** The note's text. */
    public String text() {
        return origin + "\n" + size + "\n" + root + "\n";
    }

    /** The note, signed with every key. */
    public SignedNote signed(List<SigningKey> keys) {
        return new SignedNote(text(), keys.stream().map(key -> key.sign(text())).toList());
    }
}
