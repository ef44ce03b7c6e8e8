package org.aidledger.api.imports.iati;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.aidledger.api.imports.OneLine;
import org.aidledger.api.imports.Origin;
import org.aidledger.money.Money;

/**
 * One budget or transaction of an activity.
 *
 * <p>Two lines are the same line, in one file or in an older and a newer one, if they agree in what
 * the books depend on: kind, type, date, amount and currency; equal ones are told apart by counting
 * them. So a publisher may reword a description, correct a payee or reorder the elements without
 * the money being posted twice.
 *
 * @param ordinal which of its kind in the activity, from 1
 * @param type code of the transaction or budget type, empty where the file has none
 * @param amount as published, negative or zero too
 * @param occurrence which of the activity's equal lines, from 1
 * @param ref the publisher's own reference, possibly empty
 * @param party who received it, possibly empty
 * @param description possibly empty
 * @param dateGuessed whether the date is that of the value because the line has none of its own
 * @param duplicateOf an earlier line that says the same in every detail
 * @param lookAlikeOf an earlier line of the same type, date and amount that differs elsewhere
 */
record Line(
        Kind kind,
        int ordinal,
        String type,
        LocalDate date,
        Money amount,
        int occurrence,
        String ref,
        String party,
        String description,
        boolean dateGuessed,
        Optional<Integer> duplicateOf,
        Optional<Integer> lookAlikeOf) {

    /** The elements that stand for money. */
    enum Kind {
        BUDGET("budget"),
        TRANSACTION("transaction");

        final String element;

        Kind(String element) {
            this.element = element;
        }

        /** Under which name lines of a type are counted. */
        String tally(String type) {
            String code = type.isEmpty() ? "none" : type;
            return this == BUDGET ? "budget-" + code : code;
        }
    }

    /**
     * A line that cannot be posted.
     *
     * @param currency as far as it is known, else empty
     * @param amount as far as it can be read, else zero
     * @param code permanent code of what is wrong
     */
    record Unreadable(
            Kind kind,
            int ordinal,
            String type,
            String currency,
            BigDecimal amount,
            String code,
            String message) {

        Origin origin(String activity) {
            return new Origin(kind.tally(type), currency, true, activity, ordinal, kind.element);
        }
    }

    Origin origin(String activity) {
        return new Origin(
                kind.tally(type), amount.currency(), true, activity, ordinal, kind.element);
    }

    boolean isBudget() {
        return kind == Kind.BUDGET;
    }

    /** Whether it is a transaction of this type that moves money. */
    boolean moves(String wanted) {
        return kind == Kind.TRANSACTION && type.equals(wanted) && !amount.isZero();
    }

    /** Incoming funds and incoming commitments: the donor's side of the cash book. */
    boolean isIncoming() {
        return moves("1") || moves("11");
    }

    /** The decimals that the amount needs. */
    int decimals() {
        return Math.max(0, amount.value().stripTrailingZeros().scale());
    }

    /** What it is called in the activity, for people: its place and its own reference. */
    String numberIn(String activity) {
        return OneLine.of("%s#%d %s".formatted(activity, ordinal, ref), 300);
    }
}
