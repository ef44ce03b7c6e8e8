package org.aidledger.api.pages.frame;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aidledger.indicator.Indicator;
import org.aidledger.money.Money;
import org.springframework.context.MessageSource;

/** Writes words, amounts and dates for the reader of a page. */
public record Say(MessageSource messages, Locale locale, Unit unit) {

    /** Where there is nothing to say. */
    public static final String NONE = "—";

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CHINESE_DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    public boolean isChinese() {
        return Unit.isChinese(locale);
    }

    /** A text of the message files. */
    public String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** A text of the message files, or what it is called in the ledger where it has none. */
    public String name(String key, String otherwise) {
        String found = messages.getMessage(key, null, otherwise, locale);
        return found == null ? otherwise : found;
    }

    /** The units to choose from. */
    public List<Unit> units() {
        return Unit.of(locale);
    }

    /** The unit in words, said once where amounts stand. */
    public String unitOf(String currency) {
        return unit(unit, currency);
    }

    /** The unit of amounts that are written in full. */
    public String unitOne(String currency) {
        return unit(Unit.ONE, currency);
    }

    public String unit(Unit some, String currency) {
        return name("unit." + some + "." + currency, word("unit." + some, currency));
    }

    /** An amount in the reader's unit. */
    public String money(Money amount) {
        if (unit == Unit.ONE) {
            return exact(amount);
        }
        return number(
                amount.value().movePointLeft(unit.zeros()).setScale(2, RoundingMode.HALF_UP), 2);
    }

    /** An amount in major units, such as an indicator's numerator, in the reader's unit. */
    public String amount(BigDecimal value) {
        return number(value.movePointLeft(unit.zeros()), 2);
    }

    /** An amount to its last minor unit. */
    public String exact(Money amount) {
        return number(amount.value(), amount.denomination().scale());
    }

    /** The same with its sign, where it is a change. */
    public String signed(Money amount) {
        return (amount.isPositive() ? "+" : "") + exact(amount);
    }

    /** A number in groups of three digits. */
    public String number(BigDecimal value, int decimals) {
        DecimalFormat format =
                new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value).replace('-', '−');
    }

    public String count(long value) {
        return number(BigDecimal.valueOf(value), 0);
    }

    /** Points, with their sign. */
    public String points(BigDecimal value) {
        return (value.signum() > 0 ? "+" : "") + number(value, 2);
    }

    /** The value of an indicator with its unit. */
    public String value(Indicator indicator) {
        Optional<BigDecimal> value = indicator.value();
        return switch (indicator.code().form()) {
            case RATE -> value.map(v -> number(v, 2) + "%").orElse(word("not.applicable"));
            case DIFFERENCE -> value.map(this::points).orElse(word("not.applicable"));
        };
    }

    /** The name of an indicator. */
    public String name(Indicator.Code code) {
        return word("indicator." + code);
    }

    /** A date among others. */
    public String date(LocalDate date) {
        return date.toString();
    }

    /** A date in a sentence. */
    public String day(LocalDate date) {
        return (isChinese() ? CHINESE_DAY : ENGLISH_DAY).format(date);
    }

    /** One of the ledger's own English sentences, with amounts and dates as elsewhere. */
    public String prose(String sentence) {
        return Prose.of(this, sentence);
    }

    /** A rule that was broken. */
    public String breach(String code, String message) {
        return Refusals.breach(this, code, message);
    }

    /** An instant to the minute, in UTC. */
    public String instant(Instant instant) {
        return INSTANT.format(instant);
    }
}
