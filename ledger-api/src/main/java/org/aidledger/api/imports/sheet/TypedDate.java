package org.aidledger.api.imports.sheet;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people type them, where they can mean only one day: year, month, day. */
final class TypedDate {

    private static final Pattern FORM =
            Pattern.compile(
                    "([0-9]{4})(?:[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日?)");

    private TypedDate() {}

    /** As {@code 2024-06-30}; what is no date is left as it is. */
    static String of(String cell) {
        Matcher date =
                FORM.matcher(
                        Normalizer.normalize(cell, Normalizer.Form.NFKC)
                                .replace('−', '-')
                                .replaceAll("\\s", ""));
        if (!date.matches()) {
            return cell;
        }
        boolean chinese = date.group(2) == null;
        return "%s-%02d-%02d"
                .formatted(
                        date.group(1),
                        Integer.parseInt(date.group(chinese ? 4 : 2)),
                        Integer.parseInt(date.group(chinese ? 5 : 3)));
    }
}
