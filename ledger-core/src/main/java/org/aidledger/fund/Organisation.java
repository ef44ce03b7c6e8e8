package org.aidledger.fund;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The organisation that a fund belongs to, as a path from the top down: {@code ZJ/QZ} is a city
 * below a province. The empty path is above all others: a fund of no organisation in particular.
 *
 * @param path up to eight names of 1 to 40 letters, digits, dots, dashes and underscores
 */
public record Organisation(@JsonValue String path) {

    private static final String NAME = "[\\p{L}\\p{N}._-]{1,40}";
    private static final Pattern FORM = Pattern.compile("(" + NAME + "(/" + NAME + "){0,7})?");

    /** Of no organisation in particular; after the patterns that it is checked against. */
    public static final Organisation NONE = new Organisation("");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Organisation {
        if (!FORM.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "organisation must be a path of up to eight names such as ZJ/QZ, not '"
                            + path
                            + "'");
        }
    }

    /** Whether the other is this one or stands below it. */
    public boolean covers(Organisation other) {
        return path.isEmpty() || other.path.equals(path) || other.path.startsWith(path + "/");
    }

    @Override
    public String toString() {
        return path;
    }
}
