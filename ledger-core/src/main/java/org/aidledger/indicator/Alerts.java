package org.aidledger.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.fund.PolicyItem;
import org.aidledger.indicator.Alert.Kind;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.money.Money;

/** Finds what needs a person in a fund's figures. */
public final class Alerts {

    private final FundFigures fund;
    private final List<Alert> alerts = new ArrayList<>();

    private Alerts(FundFigures fund) {
        this.fund = fund;
    }

    /** Alerts of the fund first, then those of its projects. */
    public static List<Alert> of(FundFigures fund) {
        Alerts alerts = new Alerts(fund);
        alerts.ofFund();
        fund.projects().forEach(alerts::ofProject);
        return List.copyOf(alerts.alerts);
    }

    private void ofFund() {
        for (Indicator indicator : Indicators.of(fund)) {
            if (indicator.code() == Code.PROGRESS_PAYMENT_GAP
                    && indicator.isAbove(fund.policy(PolicyItem.GAP_ALERT_POINTS))) {
                add(Kind.GAP, ahead(indicator.value().orElseThrow()));
            }
            if (indicator.code() == Code.LIVELIHOOD_OR_GRASSROOTS_SHARE && fund.planVersion() > 0) {
                ofFloor(indicator);
            }
        }
        if (fund.pool().isNegative() && watches(PolicyItem.WATCH_CASH)) {
            add(Kind.CASH_SHORT, "disbursed exceeds received by " + fund.pool().negated());
        }
        if (fund.remaining().isNegative() && watches(PolicyItem.WATCH_AUTHORITY)) {
            add(
                    Kind.OVERALLOCATED,
                    "allocated exceeds authorised by " + fund.remaining().negated());
        }
        long started = fund.projects().stream().filter(p -> p.started().isPresent()).count();
        long completed = fund.projects().stream().filter(p -> p.completed().isPresent()).count();
        if (completed > started) {
            add(Kind.IMPOSSIBLE_COUNT, completed + " completed of " + started + " started");
        }
    }

    private void ofFloor(Indicator share) {
        BigDecimal floor = fund.policy(PolicyItem.LIVELIHOOD_FLOOR_PERCENT);
        if (share.isBelow(floor)) {
            add(
                    Kind.FLOOR_MISSED,
                    share.value().orElseThrow() + " % planned, at least " + floor + " % is due");
        }
    }

    private void ofProject(ProjectFigures p) {
        if (p.physicalPercent().isPresent()
                && p.isGapAbove(fund.policy(PolicyItem.GAP_ALERT_POINTS))) {
            add(p, Kind.GAP, ahead(p.gapPoints().orElseThrow()));
        }
        Money idle = p.idle(fund.asOf().effective(), fund.idleAfterDays());
        if (idle.isPositive()) {
            add(p, Kind.IDLE, idle + " without a movement since " + p.lastMovement().orElseThrow());
        }
        if (p.unspent().isNegative()) {
            add(p, Kind.OVERDISBURSED, "disbursed exceeds allocated by " + p.unspent().negated());
        }
        if (p.held().isNegative()) {
            add(p, Kind.OVERPAID, "paid exceeds disbursed by " + p.held().negated());
        }
    }

    private boolean watches(PolicyItem item) {
        return fund.policy(item).signum() > 0;
    }

    private static String ahead(BigDecimal points) {
        return "payment is " + points + " points ahead of progress";
    }

    private void add(Kind kind, String message) {
        alerts.add(new Alert(kind, fund.fund().value(), message));
    }

    private void add(ProjectFigures project, Kind kind, String message) {
        alerts.add(new Alert(kind, project.id().value(), message));
    }
}
