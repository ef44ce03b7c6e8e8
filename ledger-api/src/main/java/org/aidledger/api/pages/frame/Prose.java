package org.aidledger.api.pages.frame;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ledger's own sentences, which hold amounts such as {@code 1250000.00 CNY}, dates such as
 * {@code 2024-06-30} and names such as {@code MID_TERM}, with these as the reader reads them
 * elsewhere.
 */
public final class Prose {

    private static final Pattern AMOUNT =
            Pattern.compile("(?<![\\w'.,-])-?[0-9]+(?:\\.[0-9]+)?(?= ([A-Z]{3})\\b)");
    private static final Pattern DATE =
            Pattern.compile("(?<![\\w'-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\\w'-])");

    private static final Pattern CONSTANT =
            Pattern.compile("(?<![\\w'-])[A-Z]+_[A-Z_]+(?![\\w'-])");

    private Prose() {}

    public static String of(Say say, String sentence) {
        String amounts =
                AMOUNT.matcher(sentence)
                        .replaceAll(found -> Matcher.quoteReplacement(amount(say, found)));
        String dates = DATE.matcher(amounts).replaceAll(found -> day(say, found.group()));
        return CONSTANT.matcher(dates)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                say.name("value." + found.group(), found.group())));
    }

    private static String amount(Say say, MatchResult found) {
        try {
            Currency.getInstance(found.group(1));
        } catch (IllegalArgumentException _) {
            return found.group();
        }
        BigDecimal value = new BigDecimal(found.group());
        return say.number(value, value.scale());
    }

    private static String day(Say say, String text) {
        try {
            return say.day(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return text;
        }
    }
}
