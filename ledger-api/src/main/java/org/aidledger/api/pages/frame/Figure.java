package org.aidledger.api.pages.frame;

import org.aidledger.money.Money;

/**
 * A figure on a page, which leads to what is behind it.
 *
 * @param text in the reader's unit
 * @param exact to the last minor unit, in major units
 * @param address of the postings behind it; empty where there is no such page
 */
public record Figure(String text, String exact, String address, boolean isZero) {

    public static Figure of(Say say, Money amount, Address address) {
        return new Figure(say.money(amount), amount.decimal(), address.toString(), amount.isZero());
    }

    /** A figure that is worked out from others. */
    public static Figure of(Say say, Money amount) {
        return new Figure(say.money(amount), amount.decimal(), "", amount.isZero());
    }

    public boolean isLink() {
        return !address.isEmpty();
    }
}
