package org.aidledger.api.fund;

import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Totals;
import org.aidledger.money.Money;
import org.aidledger.projections.standing.Standing;

/**
 * A fund in sums.
 *
 * @param remaining authorised and not yet allocated
 * @param pool received and not yet disbursed
 */
record Sums(
        int projects,
        Money authorised,
        Money received,
        Money planned,
        Money investment,
        Money allocated,
        Money disbursed,
        Money paid,
        Money reclaimed,
        Money recovered,
        Money idle,
        Money remaining,
        Money pool,
        Money workValue) {

    static Sums of(FundFigures figures) {
        return of(Standing.of(figures));
    }

    static Sums of(Standing standing) {
        Totals t = standing.totals();
        return new Sums(
                t.projects(),
                standing.authorised(),
                standing.received(),
                t.planned(),
                t.investment(),
                t.allocated(),
                t.disbursed(),
                t.paid(),
                t.reclaimed(),
                t.recovered(),
                t.idle(),
                standing.authorised().minus(t.allocated()),
                standing.received().minus(t.disbursed()),
                t.workValue());
    }
}
