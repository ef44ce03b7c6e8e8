package org.aidledger.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.aidledger.fund.ProjectProfile.Kind;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.money.Money;

/** The formulas of DOMAIN.md's table of indicators, each in one place. */
public final class Indicators {

    /** Least matching money of an enterprise project, in percent of its investment (R8). */
    private static final BigDecimal MATCHING_PERCENT = BigDecimal.valueOf(5);

    /** Enterprise projects from this investment on owe matching money (R8), in major units. */
    private static final BigDecimal MATCHING_FROM = BigDecimal.valueOf(10_000_000);

    private final FundFigures fund;
    private final Totals totals;

    private Indicators(FundFigures fund) {
        this.fund = fund;
        this.totals = fund.totals();
    }

    /**
     * Every indicator of a fund, in the order of the table; the gap only where both sides exist.
     */
    public static List<Indicator> of(FundFigures fund) {
        return new Indicators(fund).all();
    }

    private List<Indicator> all() {
        Indicator disbursement =
                rate(
                        Code.DISBURSEMENT_RATE,
                        "net disbursed ÷ planned, adjusted",
                        totals.disbursed(),
                        totals.planned());
        Indicator investment =
                rate(
                        Code.INVESTMENT_COMPLETION,
                        "work value completed ÷ planned investment",
                        totals.workValue(),
                        totals.investment());
        List<Indicator> all = new ArrayList<>();
        all.add(
                rate(
                        Code.RECEIVED_RATE,
                        "received ÷ authorised",
                        fund.received(),
                        fund.authorised()));
        all.add(disbursement);
        all.add(
                rate(
                        Code.DISBURSEMENT_RATE_ON_ALLOCATED,
                        "net disbursed ÷ allocated",
                        totals.disbursed(),
                        totals.allocated()));
        all.add(
                rate(
                        Code.DISBURSEMENT_RATE_ON_RECEIVED,
                        "net disbursed ÷ received",
                        totals.disbursed(),
                        fund.received()));
        all.add(rate(Code.EXECUTION_RATE, "net paid ÷ received", totals.paid(), fund.received()));
        all.addAll(works());
        all.add(investment);
        gap(disbursement, investment).ifPresent(all::add);
        all.addAll(shares());
        all.addAll(findings());
        all.add(matching());
        all.add(
                rate(
                        Code.IDLE_SHARE,
                        "unspent without a movement for %s days ÷ allocated"
                                .formatted(fund.idleAfterDays()),
                        totals.idle(),
                        totals.allocated()));
        return List.copyOf(all);
    }

    private List<Indicator> works() {
        Predicate<ProjectFigures> isNew = p -> p.profile().kind() == Kind.NEW;
        Predicate<ProjectFigures> capital = p -> p.profile().capital();
        return List.of(
                count(
                        Code.START_RATE,
                        "new projects started ÷ new projects in plan",
                        isNew.and(p -> p.started().isPresent()),
                        isNew),
                count(
                        Code.COMPLETION_RATE,
                        "projects completed ÷ projects in plan",
                        p -> p.completed().isPresent(),
                        _ -> true),
                count(
                        Code.COMPLETION_RATE_CAPITAL,
                        "capital projects completed ÷ capital projects in plan",
                        capital.and(p -> p.completed().isPresent()),
                        capital));
    }

    private List<Indicator> shares() {
        return List.of(
                share(
                        Code.LIVELIHOOD_SHARE,
                        "planned for livelihood ÷ all planned",
                        p -> p.profile().livelihood()),
                share(
                        Code.GRASSROOTS_SHARE,
                        "planned for the grassroots ÷ all planned",
                        p -> p.profile().grassroots()),
                share(
                        Code.LIVELIHOOD_OR_GRASSROOTS_SHARE,
                        "planned for livelihood or the grassroots ÷ all planned",
                        p -> p.profile().livelihood() || p.profile().grassroots()));
    }

    private List<Indicator> findings() {
        FundFigures.FindingFigures f = fund.findings();
        return List.of(
                new Indicator(
                        Code.RECTIFICATION_RATE,
                        "findings closed ÷ findings raised",
                        BigDecimal.valueOf(f.closed()),
                        BigDecimal.valueOf(f.raised())),
                rate(
                        Code.RECTIFICATION_RATE_BY_AMOUNT,
                        "amount of findings closed ÷ amount of findings raised",
                        f.amountClosed(),
                        f.amountRaised()));
    }

    private Indicator matching() {
        Money zero = fund.denomination().zero();
        Money matched = zero;
        Money due = zero;
        for (ProjectFigures p : fund.projects()) {
            if (p.profile().enterprise() && p.investment().value().compareTo(MATCHING_FROM) >= 0) {
                matched = matched.plus(p.matched());
                due = due.plus(p.investment().percent(MATCHING_PERCENT));
            }
        }
        return rate(
                Code.MATCHING_RATE,
                "matching money ÷ 5 % of the investment of enterprise projects from 10,000,000",
                matched,
                due);
    }

    /** 进度差: disbursement rate less investment completion, in points. */
    private static Optional<Indicator> gap(Indicator payment, Indicator progress) {
        if (payment.denominator().signum() == 0 || progress.denominator().signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Indicator(
                        Code.PROGRESS_PAYMENT_GAP,
                        "disbursement rate − investment completion",
                        percent(payment),
                        percent(progress)));
    }

    private static BigDecimal percent(Indicator rate) {
        return rate.numerator()
                .movePointRight(2)
                .divide(rate.denominator(), 10, RoundingMode.HALF_UP);
    }

    private Indicator share(Code code, String basis, Predicate<ProjectFigures> flagged) {
        Money zero = fund.denomination().zero();
        Money part =
                fund.projects().stream()
                        .filter(ProjectFigures::inPlan)
                        .filter(flagged)
                        .map(ProjectFigures::planned)
                        .reduce(zero, Money::plus);
        return rate(code, basis, part, totals.planned());
    }

    private Indicator count(
            Code code,
            String basis,
            Predicate<ProjectFigures> counted,
            Predicate<ProjectFigures> of) {
        long all = fund.projects().stream().filter(ProjectFigures::inPlan).filter(of).count();
        long some = fund.projects().stream().filter(ProjectFigures::inPlan).filter(counted).count();
        return new Indicator(code, basis, BigDecimal.valueOf(some), BigDecimal.valueOf(all));
    }

    private static Indicator rate(Code code, String basis, Money part, Money whole) {
        return new Indicator(code, basis, part.value(), whole.value());
    }
}
