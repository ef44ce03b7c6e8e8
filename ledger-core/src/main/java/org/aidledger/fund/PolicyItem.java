package org.aidledger.fund;

import java.math.BigDecimal;
import org.aidledger.event.Numbers;

/** What a fund may settle by itself, each with the default of common practice. All are dated. */
public enum PolicyItem {
    /** Days without a movement after which an unspent allocation is idle. */
    IDLE_AFTER_DAYS("180", 1, 3650, true),
    /** Points by which payment may run ahead of progress before an alert. */
    GAP_ALERT_POINTS("15", 0, 1000, false),
    /** Share of the contract (or allocation) that may be paid before the start, in percent. */
    ADVANCE_PERCENT("30", 0, 100, false),
    /** Share of the contract kept back until acceptance, in percent. */
    RETENTION_PERCENT("3", 0, 100, false),
    /** Least share of planned money for livelihood and grassroots, in percent. */
    LIVELIHOOD_FLOOR_PERCENT("80", 0, 100, false),
    /** Disbursements from this amount (major units) on need four eyes. */
    FOUR_EYES_FROM("1000000", 0, 1_000_000_000_000L, false),
    /** 1: every reclaim, reallocation and reversal needs four eyes; 0: none does. */
    FOUR_EYES_CHANGES("1", 0, 1, true),
    /** 1: money goes only to projects of an issued plan; 0: not watched. */
    WATCH_PLAN("1", 0, 1, true),
    /** 1: allocations stay within the authorised total; 0: not watched. */
    WATCH_AUTHORITY("1", 0, 1, true),
    /** 1: disbursements stay within the money received; 0: not watched. */
    WATCH_CASH("1", 0, 1, true);

    private final BigDecimal initial;
    private final BigDecimal least;
    private final BigDecimal most;
    private final boolean whole;

    PolicyItem(String initial, long least, long most, boolean whole) {
        this.initial = new BigDecimal(initial);
        this.least = BigDecimal.valueOf(least);
        this.most = BigDecimal.valueOf(most);
        this.whole = whole;
    }

    /** In force until the fund settles otherwise. */
    public BigDecimal initial() {
        return initial;
    }

    /** Whether it is either on, 1, or off, 0. */
    public boolean isSwitch() {
        return whole && most.compareTo(BigDecimal.ONE) == 0;
    }

    /**
     * The value, if it lies in this item's range; whole days and switches take no decimals.
     *
     * @throws IllegalArgumentException if it does not
     */
    public BigDecimal requireLegal(BigDecimal value) {
        Numbers.bounded("value", value);
        if (value.compareTo(least) < 0
                || value.compareTo(most) > 0
                || (whole && value.stripTrailingZeros().scale() > 0)) {
            throw new IllegalArgumentException(
                    "%s must be %sfrom %s to %s, not %s"
                            .formatted(
                                    this,
                                    whole ? "a whole number " : "",
                                    least,
                                    most,
                                    value.toPlainString()));
        }
        return value;
    }
}
