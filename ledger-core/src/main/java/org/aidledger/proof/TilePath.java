package org.aidledger.proof;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The written form of a tile's number and width in C2SP's {@code tlog-tiles}: {@code x001/x234/067}
 * or {@code x001/x234/067.p/17}.
 */
public final class TilePath {

    private static final Pattern FORM =
            Pattern.compile("((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    private static final Pattern LEVEL = Pattern.compile("0|[1-9][0-9]?");

    private static final int DIGITS = 3;
    private static final int THOUSAND = 1000;

    private TilePath() {}

    /** The path of a tile or of an entry bundle, below its level. */
    public static String of(long number, int width) {
        StringBuilder path = new StringBuilder(digits(number));
        for (long rest = number / THOUSAND; rest > 0; rest /= THOUSAND) {
            path.insert(0, "x" + digits(rest) + "/");
        }
        return width == Tile.FULL ? path.toString() : path + ".p/" + width;
    }

    private static String digits(long number) {
        String digits = Long.toString(number % THOUSAND);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    /** Reads a path; empty unless it is written exactly so. */
    public static Optional<Tile> parse(String level, String path) {
        Matcher form = FORM.matcher(path);
        if (!form.matches() || !LEVEL.matcher(level).matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(form.group(1).replace("x", "").replace("/", ""));
        String width = form.group(2);
        try {
            Tile tile =
                    new Tile(
                            Integer.parseInt(level),
                            number,
                            width == null ? Tile.FULL : Integer.parseInt(width));
            String whole = of(number, tile.width());
            return whole.equals(path) ? Optional.of(tile) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
