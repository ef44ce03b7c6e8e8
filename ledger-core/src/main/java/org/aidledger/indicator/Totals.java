package org.aidledger.indicator;

import java.time.LocalDate;
import java.util.Collection;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;

/**
 * Sums over some projects of one fund. Planned money and investment count projects in the plan
 * only; money that moved counts whatever project it moved for.
 *
 * @param projects how many
 */
public record Totals(
        int projects,
        Money planned,
        Money investment,
        Money allocated,
        Money disbursed,
        Money paid,
        Money reclaimed,
        Money recovered,
        Money workValue,
        Money idle) {

    /** The sums at a date, with idleness counted after so many days. */
    public static Totals of(
            Collection<ProjectFigures> projects,
            Denomination denomination,
            LocalDate date,
            int idleAfterDays) {
        Money zero = denomination.zero();
        Totals sum = new Totals(0, zero, zero, zero, zero, zero, zero, zero, zero, zero);
        for (ProjectFigures p : projects) {
            sum =
                    new Totals(
                            sum.projects + 1,
                            sum.planned.plus(p.inPlan() ? p.planned() : zero),
                            sum.investment.plus(p.inPlan() ? p.investment() : zero),
                            sum.allocated.plus(p.allocated()),
                            sum.disbursed.plus(p.disbursed()),
                            sum.paid.plus(p.paid()),
                            sum.reclaimed.plus(p.reclaimed()),
                            sum.recovered.plus(p.recovered()),
                            sum.workValue.plus(p.workValue()),
                            sum.idle.plus(p.idle(date, idleAfterDays)));
        }
        return sum;
    }
}
