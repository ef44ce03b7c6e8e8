package org.aidledger.posting;

import java.util.List;
import org.aidledger.money.Money;

/**
 * So much from one account to another of the same book.
 *
 * @param movement why
 * @param from the account that falls
 * @param to the account that rises
 * @param amount zero or more
 */
public record Transfer(Movement movement, Account from, Account to, Money amount) {

    public Transfer {
        if (from.book() != to.book() || from.equals(to) || amount.isNegative()) {
            throw new IllegalArgumentException(
                    "not a transfer: " + amount + " from " + from + " to " + to);
        }
    }

    /** The same back again. */
    public Transfer mirrored() {
        return new Transfer(movement, to, from, amount);
    }

    /** The two entries, which sum to zero. */
    public List<Entry> entries() {
        return List.of(
                new Entry(movement, from, amount.negated()), new Entry(movement, to, amount));
    }
}
