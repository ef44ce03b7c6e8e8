package org.aidledger.sample;

import org.aidledger.event.PostingId;
import org.aidledger.money.Money;

/**
 * A posting that was drawn.
 *
 * @param position of its event in the ledger
 * @param amount as posted
 * @param hits how often it was drawn: more than once only where money is drawn and it is large
 */
public record Item(long position, PostingId posting, Money amount, int hits) {

    public Item {
        if (position < 0 || hits < 1) {
            throw new IllegalArgumentException(
                    "no item at %s with %s hits".formatted(position, hits));
        }
    }
}
