package org.aidledger.event;

import java.util.regex.Pattern;

/**
 * A paper behind an event.
 *
 * @param type kind of paper, such as {@code minutes} or {@code invoice}
 * @param number its own number
 * @param sha256 SHA-256 of the file as 64 lower-case hex digits, or empty where there is no file
 */
public record DocumentRef(String type, String number, String sha256) {

    private static final Pattern DIGEST = Pattern.compile("([0-9a-f]{64})?");

    public DocumentRef {
        type = Texts.required("document type", type, 60);
        number = Texts.required("document number", number, 300);
        if (!DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "sha256 must be 64 lower-case hex digits or empty, not '" + sha256 + "'");
        }
    }
}
