package org.aidledger.event;

import java.util.regex.Pattern;

/**
 * Checks that texts in commands are present, bounded, and free of control characters and of halves
 * of surrogate pairs, which no store can keep.
 */
public final class Texts {

    private static final Pattern TOKEN = Pattern.compile("[\\p{Graph}\\p{L}\\p{N}\\p{P}\\p{S}]+");

    private Texts() {}

    /**
     * The trimmed text.
     *
     * @throws IllegalArgumentException if it is blank, longer than {@code max} or has control
     *     characters
     */
    public static String required(String what, String text, int max) {
        String trimmed = optional(what, text, max);
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        return trimmed;
    }

    /**
     * The trimmed text, which may be empty.
     *
     * @throws IllegalArgumentException if it is longer than {@code max} or has control characters
     */
    public static String optional(String what, String text, int max) {
        String trimmed = text.strip();
        if (trimmed.length() > max) {
            throw new IllegalArgumentException(
                    "%s must have at most %s characters, not %s"
                            .formatted(what, max, trimmed.length()));
        }
        if (hasControlCharacters(trimmed)) {
            throw new IllegalArgumentException(what + " must not contain control characters");
        }
        return trimmed;
    }

    /**
     * The text as an identifier: printable, without spaces.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static String token(String what, String text, int max) {
        String trimmed = required(what, text, max);
        if (!isVisibleAscii(trimmed) && !TOKEN.matcher(trimmed).matches()) {
            throw new IllegalArgumentException(what + " must not contain spaces: '" + text + "'");
        }
        return trimmed;
    }

    /** Whether a text has a control character or half a surrogate pair; texts are read often. */
    private static boolean hasControlCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7F) {
                return true;
            }
            if (Character.isSurrogate(c)) {
                boolean pair =
                        i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static boolean isVisibleAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
