package org.aidledger.projections;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list that is ordered by position in the ledger: after the given line of the given
 * event. Events are only appended, so what comes before a cursor never changes.
 *
 * @param position position of the last event seen
 * @param line line of that event, where an event has several
 */
public record Cursor(long position, int line) {

    /** Before everything. */
    public static final Cursor START = new Cursor(-1, 0);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,9})");

    /**
     * Reads the text that a page gave.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Cursor parse(String text) {
        Matcher form = FORM.matcher(decoded(text));
        if (!form.matches()) {
            throw new IllegalArgumentException("cursor '" + text + "' was not given by a page");
        }
        return new Cursor(Long.parseLong(form.group(1)), Integer.parseInt(form.group(2)));
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("cursor '" + text + "' was not given by a page", e);
        }
    }

    /** The opaque text for clients. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((position + "." + line).getBytes(StandardCharsets.US_ASCII));
    }
}
