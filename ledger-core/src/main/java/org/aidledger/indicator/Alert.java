package org.aidledger.indicator;

/**
 * Something in a fund's figures that needs a person.
 *
 * @param kind what
 * @param subject the project, or the fund
 * @param message with the numbers behind it
 */
public record Alert(Kind kind, String subject, String message) {

    /** The kinds of alert. */
    public enum Kind {
        /** 进度差超限: payment runs ahead of work. */
        GAP,
        /** 闲置: nothing moved for too long. */
        IDLE,
        /** Less for livelihood and grassroots than the floor. */
        FLOOR_MISSED,
        /** More disbursed than allocated. */
        OVERDISBURSED,
        /** More paid than disbursed. */
        OVERPAID,
        /** More disbursed than received. */
        CASH_SHORT,
        /** More allocated than authorised. */
        OVERALLOCATED,
        /** More projects completed than started. */
        IMPOSSIBLE_COUNT
    }
}
