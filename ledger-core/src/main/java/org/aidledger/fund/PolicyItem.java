package org.aidledger.fund;

import java.math.BigDecimal;

/** What a fund may settle by itself, each with the default of common practice. All are dated. */
public enum PolicyItem {
    /** Days without a movement after which an unspent allocation is idle. */
    IDLE_AFTER_DAYS("180", 1, 3650),
    /** Points by which payment may run ahead of progress before an alert. */
    GAP_ALERT_POINTS("15", 0, 1000),
    /** Share of the contract (or allocation) that may be paid before the start, in percent. */
    ADVANCE_PERCENT("30", 0, 100),
    /** Share of the contract kept back until acceptance, in percent. */
    RETENTION_PERCENT("3", 0, 100),
    /** Least share of planned money for livelihood and grassroots, in percent. */
    LIVELIHOOD_FLOOR_PERCENT("80", 0, 100),
    /** Disbursements from this amount (major units) on need four eyes. */
    FOUR_EYES_FROM("1000000", 0, 1_000_000_000_000L),
    /** 1: money goes only to projects of an issued plan; 0: not watched. */
    WATCH_PLAN("1", 0, 1),
    /** 1: allocations stay within the authorised total; 0: not watched. */
    WATCH_AUTHORITY("1", 0, 1),
    /** 1: disbursements stay within the money received; 0: not watched. */
    WATCH_CASH("1", 0, 1);

    private final BigDecimal initial;
    private final BigDecimal least;
    private final BigDecimal most;

    PolicyItem(String initial, long least, long most) {
        this.initial = new BigDecimal(initial);
        this.least = BigDecimal.valueOf(least);
        this.most = BigDecimal.valueOf(most);
    }

    /** In force until the fund settles otherwise. */
    public BigDecimal initial() {
        return initial;
    }

    /**
     * The value, if it lies in this item's range; whole days and switches take no decimals.
     *
     * @throws IllegalArgumentException if it does not
     */
    public BigDecimal requireLegal(BigDecimal value) {
        boolean mustBeWhole = this == IDLE_AFTER_DAYS || name().startsWith("WATCH");
        boolean whole = !mustBeWhole || isWhole(value);
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0 || !whole) {
            throw new IllegalArgumentException(
                    "%s must be from %s to %s%s, not %s"
                            .formatted(this, least, most, whole ? "" : " and whole", value));
        }
        return value;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }
}
