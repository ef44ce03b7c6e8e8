package org.aidledger.api.imports;

import java.util.regex.Pattern;

/** Makes published text fit the ledger's fields: one line, no control characters, bounded. */
public final class OneLine {

    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Cntrl}\\p{Z}]+");
    private static final Pattern NOT_TOKEN =
            Pattern.compile("[^\\p{Graph}\\p{L}\\p{N}\\p{P}\\p{S}]+");

    private OneLine() {}

    /** The text with every run of white space made one space, cut to a length. */
    public static String of(String text, int max) {
        String line = GAPS.matcher(text).replaceAll(" ").strip();
        if (line.length() <= max) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(max - 1)) ? max - 1 : max;
        return line.substring(0, end).strip();
    }

    /** The text with everything replaced that an identifier may not hold. */
    public static String token(String text) {
        return NOT_TOKEN.matcher(text.strip()).replaceAll("_");
    }
}
