package org.aidledger.sample;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.aidledger.money.Money;

/**
 * What came of a sample. The rate of errors is {@code exceptions} of {@code examined}.
 *
 * @param items that were drawn
 * @param examined those to which the question applied
 * @param exceptions those of them that were not as posted
 * @param misstated how much of the examined postings was not
 * @param projected that onto the population, as ISA 530 paragraph 14 asks for: an estimate, without
 *     the allowance for sampling risk that a bound would have; at most all of it
 */
public record Result(int items, int examined, int exceptions, Money misstated, Money projected) {

    /**
     * An exception projected, in minor units: where money was drawn, its share of the posting times
     * the interval (the whole misstatement where the posting is as large as the interval, as it was
     * drawn for certain); where postings were drawn, the misstatement times the postings of the
     * population for each one examined (AICPA, Audit Guide: Audit Sampling, monetary unit sampling
     * and difference estimation). Rounded half up, item by item.
     */
    static BigInteger projected(
            Design design, Drawn drawn, Item item, Money misstated, int examined) {
        return switch (design) {
            case Design.Random _ -> scaled(misstated, drawn.count(), examined);
            case Design.MonetaryUnit(Money interval) ->
                    item.amount().compareTo(interval) >= 0
                            ? BigInteger.valueOf(misstated.minorUnits())
                            : scaled(misstated, interval.minorUnits(), item.amount().minorUnits());
        };
    }

    private static BigInteger scaled(Money part, long times, long by) {
        return new BigDecimal(BigInteger.valueOf(part.minorUnits()))
                .multiply(BigDecimal.valueOf(times))
                .divide(BigDecimal.valueOf(by), 0, RoundingMode.HALF_UP)
                .toBigInteger();
    }

    /** More than all of the population cannot be wrong. */
    static Money atMost(BigInteger units, Money total) {
        return new Money(
                units.min(BigInteger.valueOf(total.minorUnits())).longValueExact(),
                total.denomination());
    }
}
