package org.aidledger.money;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts as people type them: {@code 1250000}, {@code 1,250,000.50}, {@code 125万}, {@code 3.42亿},
 * {@code 3亿4200万}, {@code 1.25m}, with or without {@code 元}, {@code ¥} and blanks, in full-width
 * digits too.
 */
public final class TypedAmount {

    private static final Map<String, BigDecimal> UNITS =
            Map.of(
                    "亿", new BigDecimal("100000000"),
                    "千万", new BigDecimal("10000000"),
                    "百万", new BigDecimal("1000000"),
                    "万", new BigDecimal("10000"),
                    "千", new BigDecimal("1000"),
                    "m", new BigDecimal("1000000"),
                    "M", new BigDecimal("1000000"),
                    "k", new BigDecimal("1000"),
                    "K", new BigDecimal("1000"),
                    "", BigDecimal.ONE);

    private static final Pattern PART =
            Pattern.compile(
                    "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(亿|千万|百万|万|千|[mMkK]|)");

    private static final int MOST_CHARACTERS = 60;

    private TypedAmount() {}

    /**
     * The amount that was meant.
     *
     * @throws IllegalArgumentException if there is none, or two readings of it, or more decimals
     *     than the currency has
     */
    public static Money read(String typed, Denomination denomination) {
        return denomination.amount(value(typed, denomination.currency()));
    }

    private static BigDecimal value(String typed, String currency) {
        String plain = plain(typed, currency);
        boolean negative = plain.startsWith("-");
        String digits = negative ? plain.substring(1) : plain;
        if (digits.isEmpty() || digits.length() > MOST_CHARACTERS) {
            throw unreadable(typed);
        }
        BigDecimal value = sum(parts(typed, digits), typed);
        return negative ? value.negate() : value;
    }

    /** Without what does not change the amount: width, blanks, sign of the currency. */
    private static String plain(String typed, String currency) {
        String text =
                Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\u00a0_']", "")
                        .replace('−', '-')
                        .replace("億", "亿")
                        .replace("萬", "万");
        text = without(text, currency);
        if (currency.equals("CNY")) {
            text = without(without(without(text, "RMB"), "¥"), "人民币");
            text = text.replaceFirst("[元圆]整?$", "");
        }
        return text;
    }

    private static String without(String text, String word) {
        boolean negative = text.startsWith("-");
        String rest = negative ? text.substring(1) : text;
        if (rest.startsWith(word)) {
            rest = rest.substring(word.length());
        } else if (rest.endsWith(word)) {
            rest = rest.substring(0, rest.length() - word.length());
        }
        return negative ? "-" + rest : rest;
    }

    /** A number and the unit that it counts. */
    private record Part(BigDecimal number, String unit) {

        BigDecimal value() {
            return number.multiply(UNITS.getOrDefault(unit, BigDecimal.ONE));
        }

        boolean isWhole() {
            return number.stripTrailingZeros().scale() <= 0;
        }
    }

    private static List<Part> parts(String typed, String digits) {
        List<Part> parts = new ArrayList<>();
        Matcher part = PART.matcher(digits);
        int end = 0;
        while (end < digits.length()) {
            if (!part.find(end) || part.start() != end) {
                throw unreadable(typed);
            }
            end = part.end();
            parts.add(new Part(new BigDecimal(part.group(1).replace(",", "")), part.group(2)));
        }
        return parts;
    }

    /** Of several parts each is smaller than the unit of the one before it, which is whole. */
    private static BigDecimal sum(List<Part> parts, String typed) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal room = BigDecimal.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean last = i == parts.size() - 1;
            boolean tooLarge = i > 0 && part.value().compareTo(room) >= 0;
            if (tooLarge || (!last && !part.isWhole())) {
                throw unreadable(typed);
            }
            sum = sum.add(part.value());
            room = UNITS.getOrDefault(part.unit(), BigDecimal.ONE);
        }
        return sum;
    }

    private static IllegalArgumentException unreadable(String typed) {
        return new IllegalArgumentException(
                "an amount is written like 1250000.00, 1,250,000 (a comma every three digits), 125万 or"
                        + " 3.42亿, not '"
                        + typed
                        + "'");
    }
}
