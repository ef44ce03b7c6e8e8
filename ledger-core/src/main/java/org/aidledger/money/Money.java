package org.aidledger.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.errorprone.annotations.CheckReturnValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An exact amount: whole minor units of one denomination. Negative amounts exist (balances,
 * differences); what a command may carry is decided by the command.
 *
 * <p>The written form is {@code "1250000.00 CNY"}; the decimals say the scale.
 *
 * @param minorUnits the amount in units of 10<sup>-scale</sup> of the currency
 * @param denomination currency and scale
 */
@CheckReturnValue
public record Money(long minorUnits, Denomination denomination) implements Comparable<Money> {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,19}(\\.[0-9]{1,18})?");
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    /** The range is the same on both sides of zero, so that every amount has its negative. */
    public Money {
        if (minorUnits == Long.MIN_VALUE) {
            throw new ArithmeticException("amount out of range");
        }
    }

    /**
     * Reads {@code "1250000.00 CNY"}.
     *
     * @throws IllegalArgumentException if the text has another form, names no currency, has more
     *     than {@value Denomination#MAX_SCALE} decimals or is out of range
     */
    @JsonCreator
    public static Money parse(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException(
                    "amount must be written like '1250000.00 CNY', not '" + text + "'");
        }
        return of(text.substring(0, space), text.substring(space + 1));
    }

    /**
     * An amount from its decimal text and currency, in the currency's own scale or, if the text has
     * more decimals, in that finer one.
     *
     * @throws IllegalArgumentException if either is malformed or out of range
     */
    public static Money of(String decimal, String currency) {
        if (!DECIMAL.matcher(decimal).matches()) {
            throw new IllegalArgumentException(
                    "amount must be a decimal like 1250000.00 (digits, at most one point, no"
                            + " separators, no exponent), not '"
                            + decimal
                            + "'");
        }
        BigDecimal value = new BigDecimal(decimal);
        Denomination own = Denomination.of(currency);
        int needed = Math.max(own.scale(), Math.max(0, value.scale()));
        if (needed > Denomination.MAX_SCALE) {
            value = value.stripTrailingZeros();
            needed = Math.max(own.scale(), Math.max(0, value.scale()));
        }
        return exact(value, new Denomination(currency, needed));
    }

    static Money exact(BigDecimal value, Denomination denomination) {
        BigInteger minor;
        try {
            minor = value.setScale(denomination.scale(), RoundingMode.UNNECESSARY).unscaledValue();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "amount %s has more than %s decimals"
                            .formatted(value.toPlainString(), denomination.scale()),
                    e);
        }
        if (minor.abs().compareTo(MAX) > 0) {
            throw new IllegalArgumentException(
                    "amount %s is out of range; at most %s"
                            .formatted(
                                    value.toPlainString(),
                                    new Money(Long.MAX_VALUE, denomination).decimal()));
        }
        return new Money(minor.longValueExact(), denomination);
    }

    /** This amount counted in another scale of the same currency, if that is exact. */
    public Optional<Money> in(Denomination other) {
        if (denomination.equals(other)) {
            return Optional.of(this);
        }
        if (!denomination.currency().equals(other.currency())) {
            return Optional.empty();
        }
        try {
            return Optional.of(exact(value(), other));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, same(other).minorUnits), denomination);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, same(other).minorUnits), denomination);
    }

    public Money negated() {
        return new Money(Math.negateExact(minorUnits), denomination);
    }

    /** The given percentage of this amount, rounded down to whole minor units. */
    public Money percent(BigDecimal percent) {
        BigDecimal part =
                BigDecimal.valueOf(minorUnits)
                        .multiply(percent)
                        .movePointLeft(2)
                        .setScale(0, RoundingMode.FLOOR);
        return new Money(part.longValueExact(), denomination);
    }

    public boolean isPositive() {
        return minorUnits > 0;
    }

    public boolean isNegative() {
        return minorUnits < 0;
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    /** The smaller of the two. */
    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The larger of the two. */
    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public String currency() {
        return denomination.currency();
    }

    /** The amount in major units, with the denomination's scale. */
    public BigDecimal value() {
        return BigDecimal.valueOf(minorUnits, denomination.scale());
    }

    /** The amount in major units as plain decimal text, such as {@code "1250000.00"}. */
    public String decimal() {
        return value().toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, same(other).minorUnits);
    }

    @JsonValue
    @Override
    public String toString() {
        return decimal() + " " + currency();
    }

    private Money same(Money other) {
        if (!denomination.equals(other.denomination)) {
            throw new IllegalArgumentException(
                    "cannot mix " + denomination + " and " + other.denomination);
        }
        return other;
    }
}
