package org.aidledger.payee;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * What stands for a payee's name. It commits to the name: with the payee's key it can be computed
 * from it and from no other; without the key it says nothing.
 *
 * @param value {@code payee-} and 40 hex digits
 */
public record Pseudonym(@JsonValue String value) {

    /** Finds pseudonyms in texts. */
    public static final Pattern FORM = Pattern.compile("payee-[0-9a-f]{40}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Pseudonym {
        if (!FORM.matcher(value).matches()) {
            // What was given is not repeated: it may be a name.
            throw new IllegalArgumentException("payee must be 'payee-' and 40 hex digits here");
        }
    }

    static boolean is(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
