package org.aidledger.sample;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identity of a sample, fit for a URL.
 *
 * @param value 1 to 100 ASCII letters, digits, dots, dashes and underscores
 */
public record SampleId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SampleId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "sample must be 1 to 100 letters, digits, '.', '-' or '_', not '"
                            + value
                            + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
