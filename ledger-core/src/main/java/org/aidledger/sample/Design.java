package org.aidledger.sample;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.money.Money;

/** How a sample is drawn. */
public sealed interface Design {

    /** The most items of one sample; more are looked at by no one. */
    int MOST_ITEMS = 2000;

    /** Name and version of the rule, as written beside each sample. */
    String algorithm();

    /**
     * Simple random sampling: every posting has the same chance.
     *
     * @param items how many are drawn, 1 to {@value #MOST_ITEMS}
     */
    record Random(int items) implements Design {

        public Random {
            if (items < 1 || items > MOST_ITEMS) {
                throw new IllegalArgumentException(
                        "items must be 1 to %s, not %s".formatted(MOST_ITEMS, items));
            }
        }

        @Override
        public String algorithm() {
            return "aid-ledger random v1";
        }

        @JsonValue
        @Override
        public String toString() {
            return "random:" + items;
        }
    }

    /**
     * Monetary-unit sampling: every unit of money has the same chance, and the posting that it is
     * in is drawn. Intervals are fixed, the start is random.
     *
     * @param interval money between two hits; postings as large as that are always drawn
     */
    record MonetaryUnit(Money interval) implements Design {

        public MonetaryUnit {
            if (!interval.isPositive()) {
                throw new IllegalArgumentException("interval must be positive, not " + interval);
            }
        }

        @Override
        public String algorithm() {
            return "aid-ledger monetary-unit v1";
        }

        @JsonValue
        @Override
        public String toString() {
            return "monetary-unit:" + interval;
        }
    }

    /**
     * Reads {@code random:25} or {@code monetary-unit:100000.00 CNY}.
     *
     * @throws IllegalArgumentException if the text has neither form
     */
    @JsonCreator
    static Design parse(String text) {
        Matcher form = Pattern.compile("(random|monetary-unit):(.+)").matcher(text);
        if (form.matches() && form.group(1).equals("monetary-unit")) {
            return new MonetaryUnit(Money.parse(form.group(2)));
        }
        if (form.matches() && form.group(2).matches("[0-9]{1,4}")) {
            return new Random(Integer.parseInt(form.group(2)));
        }
        throw new IllegalArgumentException(
                "design must be 'random:ITEMS' or 'monetary-unit:INTERVAL', not '" + text + "'");
    }
}
