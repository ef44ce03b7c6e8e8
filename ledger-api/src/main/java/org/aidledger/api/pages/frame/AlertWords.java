package org.aidledger.api.pages.frame;

import java.util.Optional;
import org.aidledger.fund.PolicyItem;
import org.aidledger.indicator.Alert;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator;
import org.aidledger.indicator.Indicators;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.money.Money;

/** Writes alerts with the figures behind them. */
public final class AlertWords {

    private AlertWords() {}

    /**
     * An alert in words.
     *
     * @param about the project's name; empty where it is about the fund
     * @param figure the figure to look behind
     * @param project its project, or empty
     */
    public record Line(
            Alert.Kind kind,
            String title,
            String about,
            String text,
            String figure,
            String project) {}

    /** The alert of a fund's figures. */
    public static Line of(Say say, FundFigures fund, Alert alert) {
        Optional<ProjectFigures> project =
                fund.projects().stream()
                        .filter(p -> p.id().value().equals(alert.subject()))
                        .findFirst();
        return new Line(
                alert.kind(),
                say.word("alert." + alert.kind()),
                project.map(p -> p.profile().name()).orElse(""),
                project.map(p -> ofProject(say, fund, p, alert.kind()))
                        .orElseGet(() -> ofFund(say, fund, alert.kind())),
                figure(alert.kind()),
                project.map(p -> p.id().value()).orElse(""));
    }

    private static String figure(Alert.Kind kind) {
        return switch (kind) {
            case IDLE, OVERALLOCATED -> "allocated";
            case FLOOR_MISSED, IMPOSSIBLE_COUNT -> "planned";
            case OVERPAID -> "paid";
            case GAP, OVERDISBURSED, CASH_SHORT -> "disbursed";
        };
    }

    private static String ofProject(Say say, FundFigures fund, ProjectFigures p, Alert.Kind kind) {
        return switch (kind) {
            case GAP ->
                    say.word(
                            "alert.GAP.text",
                            say.number(p.gapPoints().orElseThrow(), 2),
                            fund.policy(PolicyItem.GAP_ALERT_POINTS).toPlainString());
            case IDLE ->
                    say.word(
                            "alert.IDLE.text",
                            money(say, p.idle(fund.asOf().effective(), fund.idleAfterDays())),
                            say.day(p.lastMovement().orElseThrow()));
            case OVERDISBURSED ->
                    say.word("alert.OVERDISBURSED.text", money(say, p.unspent().negated()));
            case OVERPAID -> say.word("alert.OVERPAID.text", money(say, p.held().negated()));
            case FLOOR_MISSED, CASH_SHORT, OVERALLOCATED, IMPOSSIBLE_COUNT ->
                    ofFund(say, fund, kind);
        };
    }

    private static String ofFund(Say say, FundFigures fund, Alert.Kind kind) {
        return switch (kind) {
            case GAP ->
                    say.word(
                            "alert.GAP.text",
                            value(say, fund, Indicator.Code.PROGRESS_PAYMENT_GAP),
                            fund.policy(PolicyItem.GAP_ALERT_POINTS).toPlainString());
            case FLOOR_MISSED ->
                    say.word(
                            "alert.FLOOR_MISSED.text",
                            value(say, fund, Indicator.Code.LIVELIHOOD_OR_GRASSROOTS_SHARE),
                            fund.policy(PolicyItem.LIVELIHOOD_FLOOR_PERCENT).toPlainString());
            case CASH_SHORT -> say.word("alert.CASH_SHORT.text", money(say, fund.pool().negated()));
            case OVERALLOCATED ->
                    say.word("alert.OVERALLOCATED.text", money(say, fund.remaining().negated()));
            case IMPOSSIBLE_COUNT ->
                    say.word(
                            "alert.IMPOSSIBLE_COUNT.text",
                            fund.projects().stream().filter(p -> p.completed().isPresent()).count(),
                            fund.projects().stream().filter(p -> p.started().isPresent()).count());
            case IDLE, OVERDISBURSED, OVERPAID -> "";
        };
    }

    private static String value(Say say, FundFigures fund, Indicator.Code code) {
        return Indicators.of(fund).stream()
                .filter(i -> i.code() == code)
                .findFirst()
                .flatMap(Indicator::value)
                .map(v -> say.number(v, 2))
                .orElse(Say.NONE);
    }

    /** With its unit, which is said nowhere near. */
    private static String money(Say say, Money amount) {
        return say.money(amount) + " " + say.unitOf(amount.currency());
    }
}
