package org.aidledger.event;

import java.math.BigDecimal;

/** Checks that plain numbers in commands are of a size that can be reckoned with and printed. */
public final class Numbers {

    /** Digits allowed before the decimal point, and as many after it. */
    public static final int MAX_DIGITS = 18;

    private Numbers() {}

    /**
     * The number itself. A short text such as {@code 1e999999999} stands for more digits than fit
     * into memory, so the size is looked at before anything is computed.
     *
     * @throws IllegalArgumentException if it has more than {@value #MAX_DIGITS} digits before or
     *     after the decimal point
     */
    public static BigDecimal bounded(String what, BigDecimal value) {
        long whole = (long) value.precision() - value.scale();
        if (value.scale() < -MAX_DIGITS || value.scale() > MAX_DIGITS || whole > MAX_DIGITS) {
            throw new IllegalArgumentException(
                    "%s must have at most %s digits before and after the point, not %s"
                            .formatted(what, MAX_DIGITS, value));
        }
        return value;
    }
}
