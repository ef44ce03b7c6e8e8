package org.aidledger.fund;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.aidledger.money.Money;

/** How much of an unspent balance is meant: all of it, or a stated amount. */
public sealed interface Portion {

    /** All of it, whatever that is on the day. */
    record Whole() implements Portion {
        @JsonValue
        @Override
        public String toString() {
            return "whole";
        }
    }

    /**
     * @param amount just so much
     */
    record Exactly(Money amount) implements Portion {
        @JsonValue
        @Override
        public String toString() {
            return amount.toString();
        }
    }

    /**
     * Reads {@code whole} or an amount such as {@code 1250000.00 CNY}.
     *
     * @throws IllegalArgumentException if the text has neither form
     */
    @JsonCreator
    static Portion parse(String text) {
        return text.equals("whole") ? new Whole() : new Exactly(Money.parse(text));
    }
}
