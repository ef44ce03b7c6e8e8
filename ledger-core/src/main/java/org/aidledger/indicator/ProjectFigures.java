package org.aidledger.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.money.Money;

/**
 * One project at one point in time. Amounts are in the fund's denomination.
 *
 * @param inPlan whether it counts as planned: in an issued plan, or the fund does not watch plans
 * @param frozen whether outgoing money is stopped on that day
 * @param planned planned money, adjusted
 * @param investment planned investment, adjusted
 * @param allocated net of reclaims, with reallocations
 * @param disbursed net of recoveries
 * @param paid net of recoveries
 * @param reclaimed what was reclaimed
 * @param recovered what was recovered
 * @param reallocated what came by reallocation, less what went
 * @param contracted contracts and change orders
 * @param matched matching money of enterprises, beside the aid money
 * @param physicalPercent latest progress by date of visit, if ever reported
 * @param workValue value of work completed, from the same report
 * @param lastMovement latest business date on which money of the project moved
 */
public record ProjectFigures(
        ProjectId id,
        ProjectProfile profile,
        ProjectStatus status,
        boolean inPlan,
        boolean frozen,
        Money planned,
        Money investment,
        Money allocated,
        Money disbursed,
        Money paid,
        Money reclaimed,
        Money recovered,
        Money reallocated,
        Money contracted,
        Money matched,
        Optional<BigDecimal> physicalPercent,
        Money workValue,
        Optional<LocalDate> started,
        Optional<LocalDate> completed,
        Optional<LocalDate> accepted,
        Optional<LocalDate> archived,
        Optional<LocalDate> closed,
        Optional<LocalDate> lastMovement) {

    /** Allocated and not yet disbursed. */
    public Money unspent() {
        return allocated.minus(disbursed);
    }

    /** Disbursed and not yet paid. */
    public Money held() {
        return disbursed.minus(paid);
    }

    /**
     * The unspent balance, if nothing moved for so many days before the date; else zero, as where
     * more was disbursed than allocated.
     */
    public Money idle(LocalDate date, int afterDays) {
        return idle(unspent(), lastMovement, date, afterDays);
    }

    /** The same for a project of which no more than this is known. */
    public static Money idle(
            Money unspent, Optional<LocalDate> lastMovement, LocalDate date, int afterDays) {
        boolean still = lastMovement.filter(d -> !d.plusDays(afterDays).isAfter(date)).isPresent();
        Money none = unspent.denomination().zero();
        return still ? unspent.max(none) : none;
    }

    /**
     * 进度差: disbursed share of the planned money less physical progress, in points with two
     * decimals; empty where nothing is planned. Progress never reported counts as zero.
     */
    public Optional<BigDecimal> gapPoints() {
        if (planned.isZero()) {
            return Optional.empty();
        }
        BigDecimal whole = planned.value();
        BigDecimal done = physicalPercent.orElse(BigDecimal.ZERO).multiply(whole);
        return Optional.of(
                disbursed
                        .value()
                        .movePointRight(2)
                        .subtract(done)
                        .divide(whole, 2, RoundingMode.HALF_UP));
    }

    /** Whether the exact gap, before rounding, is above a limit in points. */
    public boolean isGapAbove(BigDecimal limitPoints) {
        BigDecimal allowed = physicalPercent.orElse(BigDecimal.ZERO).add(limitPoints);
        return !planned.isZero()
                && disbursed.value().movePointRight(2).compareTo(allowed.multiply(planned.value()))
                        > 0;
    }
}
