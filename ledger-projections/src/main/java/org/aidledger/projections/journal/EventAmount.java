package org.aidledger.projections.journal;

import org.aidledger.money.Denomination;
import org.aidledger.money.Money;

/**
 * What one event adds to a figure.
 *
 * @param position the event
 */
public record EventAmount(long position, long minorUnits) {

    /** As money of the fund. */
    public Money in(Denomination denomination) {
        return new Money(minorUnits, denomination);
    }
}
