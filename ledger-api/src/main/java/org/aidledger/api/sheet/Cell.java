package org.aidledger.api.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.aidledger.money.Money;

/** What stands in one cell of a table. */
public sealed interface Cell {

    /** A text, which stays one whatever it begins with. */
    record Text(String text) implements Cell {}

    /**
     * A number, shown with as many decimals as it has.
     *
     * @param grouped whether thousands are set apart, as they are in amounts
     */
    @SuppressWarnings("AvoidCommonTypeNames") // what a spreadsheet calls it
    record Number(BigDecimal value, boolean grouped) implements Cell {}

    /** A day. */
    record Day(LocalDate date) implements Cell {}

    /** Nothing. */
    record Blank() implements Cell {}

    static Cell text(String text) {
        return text.isEmpty() ? new Blank() : new Text(text);
    }

    /** An amount in major units; its currency stands in a cell of its own, or in the heading. */
    static Cell amount(Money money) {
        return new Number(new BigDecimal(money.decimal()), true);
    }

    static Cell number(long value) {
        return new Number(BigDecimal.valueOf(value), false);
    }

    static Cell day(LocalDate date) {
        return new Day(date);
    }

    static Cell blank() {
        return new Blank();
    }
}
