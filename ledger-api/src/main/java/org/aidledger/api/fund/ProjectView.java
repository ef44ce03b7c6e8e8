package org.aidledger.api.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.aidledger.fund.Channel;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.indicator.ProjectStatus;
import org.aidledger.money.Money;

/**
 * One project of a fund.
 *
 * @param unspent allocated and not yet disbursed
 * @param held disbursed and not yet paid
 * @param idle the unspent balance, if nothing moved for as long as the fund's policy says
 * @param progress physical progress in percent, as last reported
 * @param gapPoints disbursed share of the planned money less progress, in points
 */
record ProjectView(
        ProjectId id,
        String name,
        String category,
        String place,
        Channel channel,
        ProjectProfile.Kind kind,
        ProjectProfile.Delivery delivery,
        boolean capital,
        boolean livelihood,
        boolean grassroots,
        boolean enterprise,
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
        Money unspent,
        Money held,
        Money idle,
        Money contracted,
        Money matched,
        Optional<BigDecimal> progress,
        Money workValue,
        Optional<BigDecimal> gapPoints,
        Optional<LocalDate> started,
        Optional<LocalDate> completed,
        Optional<LocalDate> accepted,
        Optional<LocalDate> archived,
        Optional<LocalDate> closed,
        Optional<LocalDate> lastMovement) {

    static ProjectView of(FundFigures fund, ProjectFigures p) {
        ProjectProfile profile = p.profile();
        return new ProjectView(
                p.id(),
                profile.name(),
                profile.category(),
                profile.place(),
                profile.channel(),
                profile.kind(),
                profile.delivery(),
                profile.capital(),
                profile.livelihood(),
                profile.grassroots(),
                profile.enterprise(),
                p.status(),
                p.inPlan(),
                p.frozen(),
                p.planned(),
                p.investment(),
                p.allocated(),
                p.disbursed(),
                p.paid(),
                p.reclaimed(),
                p.recovered(),
                p.reallocated(),
                p.unspent(),
                p.held(),
                p.idle(fund.asOf().effective(), fund.idleAfterDays()),
                p.contracted(),
                p.matched(),
                p.physicalPercent(),
                p.workValue(),
                p.gapPoints(),
                p.started(),
                p.completed(),
                p.accepted(),
                p.archived(),
                p.closed(),
                p.lastMovement());
    }
}
