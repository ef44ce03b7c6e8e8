package org.aidledger.projections.standing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.indicator.Totals;
import org.aidledger.money.Money;
import org.aidledger.posting.Account.Kind;
import org.aidledger.posting.Entry;
import org.aidledger.posting.Movement;
import org.aidledger.projections.standing.RunningTotals.Place;

/** One project's part of {@link RunningTotals}. A sign of -1 takes back what +1 did. */
final class ProjectSums {

    private final Money zero;
    private final TreeMap<Place, Money> reports = new TreeMap<>();
    private final TreeMap<LocalDate, Integer> movements = new TreeMap<>();
    private int enrolments;
    private int admissions;
    private Money planned;
    private Money investment;
    private Money allocated;
    private Money disbursed;
    private Money paid;
    private Money reclaimed;
    private Money recovered;

    ProjectSums(Money zero) {
        this.zero = zero;
        planned = zero;
        investment = zero;
        allocated = zero;
        disbursed = zero;
        paid = zero;
        reclaimed = zero;
        recovered = zero;
    }

    /** A project of a ground. */
    static ProjectSums of(ProjectFigures project, Ground ground) {
        ProjectSums sums = new ProjectSums(project.planned().denomination().zero());
        sums.enrolments = 1;
        sums.admissions = ground.admitted().contains(project.id()) ? 1 : 0;
        sums.planned = project.planned();
        sums.investment = project.investment();
        sums.allocated = project.allocated();
        sums.disbursed = project.disbursed();
        sums.paid = project.paid();
        sums.reclaimed = project.reclaimed();
        sums.recovered = project.recovered();
        project.lastMovement().ifPresent(day -> sums.movements.put(day, 1));
        Optional.ofNullable(ground.reported().get(project.id()))
                .ifPresent(
                        day -> sums.reports.put(Place.of(Optional.of(day)), project.workValue()));
        return sums;
    }

    void enrol(int sign) {
        enrolments += sign;
    }

    void admit(int sign) {
        admissions += sign;
    }

    void plan(Money morePlanned, Money moreInvestment, int sign) {
        planned = planned.plus(RunningTotals.signed(morePlanned, sign));
        investment = investment.plus(RunningTotals.signed(moreInvestment, sign));
    }

    void report(Place place, Money workValue, boolean comes) {
        if (comes) {
            reports.put(place, workValue);
        } else {
            reports.remove(place);
        }
    }

    void post(Entry entry, LocalDate on, int sign) {
        if (movements.merge(on, sign, Integer::sum) == 0) {
            movements.remove(on);
        }
        Money amount = RunningTotals.signed(entry.amount(), sign);
        if (entry.account().kind() == Kind.ALLOCATED) {
            allocated = allocated.plus(amount);
            reclaimed = reclaimed.minus(entry.movement() == Movement.RECLAIM ? amount : zero);
        } else {
            disbursed = disbursed.plus(amount);
            recovered = recovered.minus(entry.movement() == Movement.RECOVER ? amount : zero);
            paid = paid.plus(entry.account().kind() == Kind.PAID ? amount : zero);
        }
    }

    /** The project's part of the fund's totals; nothing before it is enrolled. */
    Totals totals(boolean watchesPlan, LocalDate date, int idleAfterDays) {
        if (enrolments == 0) {
            return Standing.zero(zero.denomination()).totals();
        }
        boolean inPlan = admissions > 0 || !watchesPlan;
        Optional<LocalDate> lastMovement =
                Optional.ofNullable(movements.lastEntry()).map(Map.Entry::getKey);
        return new Totals(
                1,
                inPlan ? planned : zero,
                inPlan ? investment : zero,
                allocated,
                disbursed,
                paid,
                reclaimed,
                recovered,
                reports.isEmpty() ? zero : reports.lastEntry().getValue(),
                ProjectFigures.idle(allocated.minus(disbursed), lastMovement, date, idleAfterDays));
    }
}
