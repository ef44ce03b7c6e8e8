package org.aidledger.projections.standing;

import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Totals;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;

/**
 * A fund in sums, or the difference of two such.
 *
 * @param authorised what was authorised in all
 * @param received what the donor sent, net of returns
 * @param totals sums over all projects
 */
public record Standing(Money authorised, Money received, Totals totals) {

    /** Nothing at all. */
    public static Standing zero(Denomination denomination) {
        Money zero = denomination.zero();
        return new Standing(
                zero, zero, new Totals(0, zero, zero, zero, zero, zero, zero, zero, zero, zero));
    }

    /** The sums of a fund's figures. */
    public static Standing of(FundFigures figures) {
        return new Standing(figures.authorised(), figures.received(), figures.totals());
    }

    /** Both together. */
    public Standing plus(Standing other) {
        Totals a = totals;
        Totals b = other.totals;
        return new Standing(
                authorised.plus(other.authorised),
                received.plus(other.received),
                new Totals(
                        a.projects() + b.projects(),
                        a.planned().plus(b.planned()),
                        a.investment().plus(b.investment()),
                        a.allocated().plus(b.allocated()),
                        a.disbursed().plus(b.disbursed()),
                        a.paid().plus(b.paid()),
                        a.reclaimed().plus(b.reclaimed()),
                        a.recovered().plus(b.recovered()),
                        a.workValue().plus(b.workValue()),
                        a.idle().plus(b.idle())));
    }

    /** By how much this exceeds the other, sum by sum. */
    public Standing minus(Standing other) {
        return plus(other.negated());
    }

    /** The opposite. */
    public Standing negated() {
        Totals t = totals;
        return new Standing(
                authorised.negated(),
                received.negated(),
                new Totals(
                        -t.projects(),
                        t.planned().negated(),
                        t.investment().negated(),
                        t.allocated().negated(),
                        t.disbursed().negated(),
                        t.paid().negated(),
                        t.reclaimed().negated(),
                        t.recovered().negated(),
                        t.workValue().negated(),
                        t.idle().negated()));
    }
}
