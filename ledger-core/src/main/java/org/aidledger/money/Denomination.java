package org.aidledger.money;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * A currency and the number of decimals in which a fund counts it.
 *
 * <p>The scale is at least the currency's own number of decimals (ISO 4217) and may be larger where
 * a published source quotes finer amounts, so that they are held exactly.
 *
 * @param currency ISO 4217 code
 * @param scale decimals kept, from the currency's own to {@value #MAX_SCALE}
 */
public record Denomination(String currency, int scale) {

    /** The finest scale a fund may count in. */
    public static final int MAX_SCALE = 6;

    public Denomination {
        int own = ownScale(currency);
        if (scale < own || scale > MAX_SCALE) {
            throw new IllegalArgumentException(
                    "scale of %s must be from %s to %s, not %s"
                            .formatted(currency, own, MAX_SCALE, scale));
        }
    }

    /** The currency in its own ISO 4217 number of decimals. */
    public static Denomination of(String currency) {
        return new Denomination(currency, ownScale(currency));
    }

    /** No money of this denomination. */
    public Money zero() {
        return new Money(0, this);
    }

    /**
     * The amount in this denomination.
     *
     * @throws IllegalArgumentException if it has more decimals than the scale or is out of range
     */
    public Money amount(BigDecimal value) {
        return Money.exact(value, this);
    }

    private static int ownScale(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "currency must be an ISO 4217 code such as CNY, not '" + currency + "'", e);
        }
    }
}
