package org.aidledger.api.pages.post;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts as people type them: {@code 1,250,000}, {@code 125万}, {@code 3.42亿}. */
final class TypedAmount {

    private static final Map<String, Integer> ZEROS =
            Map.of("", 0, "千", 3, "万", 4, "百万", 6, "千万", 7, "亿", 8, "k", 3, "m", 6);

    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,19})(\\.[0-9]{1,8})?(百万|千万|[千万亿km]?)元?");

    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?.*");

    private TypedAmount() {}

    /** The amount in major units; empty if that is no amount. */
    static Optional<BigDecimal> parse(String text) {
        String plain =
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .replaceAll("[\\s_¥￥]", "")
                        .toLowerCase(java.util.Locale.ROOT);
        if (plain.contains(",") && !GROUPED.matcher(plain).matches()) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(plain.replace(",", ""));
        if (!form.matches()) {
            return Optional.empty();
        }
        String decimals = Optional.ofNullable(form.group(2)).orElse("");
        return Optional.ofNullable(ZEROS.get(form.group(3)))
                .map(zeros -> new BigDecimal(form.group(1) + decimals).movePointRight(zeros));
    }
}
