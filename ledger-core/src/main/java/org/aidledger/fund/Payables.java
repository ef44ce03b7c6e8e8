package org.aidledger.fund;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.aidledger.fund.RuleBroken.CeilingExceeded;
import org.aidledger.fund.Works.Milestone;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.posting.Account.Kind;

/**
 * What contracts allow to be paid: on every day the contract sum with its change orders, less
 * retention until acceptance (R14); and on days of payment before the start no more than the
 * advance. Without a contract only the advance is bounded, by the allocation.
 */
final class Payables {

    private final FundState state;

    Payables(FundState state) {
        this.state = state;
    }

    /** The bounds that paying so much more from a date on would break, each on its first day. */
    List<CeilingExceeded> broken(ProjectId project, Money amount, LocalDate date) {
        List<CeilingExceeded> broken = new ArrayList<>();
        NavigableSet<LocalDate> payments = paymentsFrom(project, date);
        NavigableSet<LocalDate> all = new TreeSet<>(payments);
        all.addAll(changesFrom(project, date));
        first(Ceiling.PAYABLE, project, amount, all, day -> payable(project, zero(), day))
                .ifPresent(broken::add);
        first(Ceiling.ADVANCE, project, amount, payments, day -> advance(project, day))
                .ifPresent(broken::add);
        return broken;
    }

    private Optional<CeilingExceeded> first(
            Ceiling ceiling,
            ProjectId project,
            Money amount,
            NavigableSet<LocalDate> days,
            Function<LocalDate, Optional<Money>> limit) {
        Money acceptable = amount;
        Optional<LocalDate> firstDay = Optional.empty();
        for (LocalDate day : days) {
            Money left = limit.apply(day).orElse(unbounded()).minus(paid(project, day));
            acceptable = acceptable.min(left.max(zero()));
            if (amount.compareTo(left) > 0 && firstDay.isEmpty()) {
                firstDay = Optional.of(day);
            }
        }
        Money most = acceptable;
        return firstDay.map(
                day -> new CeilingExceeded(ceiling, project.value(), amount, most, day));
    }

    /** Whether a change order may lower the payable sum so much, and if not, by how much. */
    Optional<CeilingExceeded> brokenByLowering(ProjectId project, Money by, LocalDate date) {
        return uncovered(project, by.negated(), date)
                .map(broken ->
                        new CeilingExceeded(
                                Ceiling.PAYABLE,
                                project.value(),
                                by,
                                mostLowering(project, by, date),
                                broken.firstDay()));
    }

    /** By how much the payable sum may fall from a date on and still cover what is paid. */
    private Money mostLowering(ProjectId project, Money by, LocalDate date) {
        long fits = 0;
        long tooMuch = by.minorUnits();
        while (tooMuch - fits > 1) {
            long middle = fits + (tooMuch - fits) / 2;
            if (uncovered(project, state.books().money(-middle), date).isEmpty()) {
                fits = middle;
            } else {
                tooMuch = middle;
            }
        }
        return state.books().money(fits);
    }

    /** Payments that the payable sum, so much changed, would not cover, on the first such day. */
    Optional<CeilingExceeded> uncovered(ProjectId project, Money change, LocalDate date) {
        NavigableSet<LocalDate> days = paymentsFrom(project, date);
        days.addAll(changesFrom(project, date));
        for (LocalDate day : days) {
            Money limit = payableOf(project, change, day);
            Money paid = paid(project, day);
            if (paid.compareTo(limit) > 0) {
                return Optional.of(
                        new CeilingExceeded(Ceiling.PAYABLE, project.value(), paid, limit, day));
            }
        }
        return Optional.empty();
    }

    private NavigableSet<LocalDate> paymentsFrom(ProjectId project, LocalDate date) {
        NavigableSet<LocalDate> days =
                new TreeSet<>(state.books().timeline(paidAccount(project)).changesAfter(date));
        days.add(date);
        return days;
    }

    private NavigableSet<LocalDate> changesFrom(ProjectId project, LocalDate date) {
        Works.Site site = state.works().of(project);
        NavigableSet<LocalDate> days = new TreeSet<>(site.payable.changesAfter(date));
        site.passed.values().stream().filter(d -> d.isAfter(date)).forEach(days::add);
        return days;
    }

    private Optional<Money> payable(ProjectId project, Money change, LocalDate day) {
        return state.works().of(project).isContracted(day)
                ? Optional.of(payableOf(project, change, day))
                : Optional.empty();
    }

    private Money payableOf(ProjectId project, Money change, LocalDate day) {
        Works.Site site = state.works().of(project);
        Money full = state.books().money(site.payable.at(day)).plus(change);
        return site.hasPassed(Milestone.ACCEPTED, day)
                ? full
                : full.minus(
                        full.percent(state.governance().policy(PolicyItem.RETENTION_PERCENT, day)));
    }

    private Optional<Money> advance(ProjectId project, LocalDate day) {
        Works.Site site = state.works().of(project);
        if (site.hasPassed(Milestone.STARTED, day)) {
            return Optional.empty();
        }
        Money base =
                site.isContracted(day)
                        ? state.books().money(site.payable.at(day))
                        : state.books().balance(Account.of(Kind.ALLOCATED, project), day);
        return Optional.of(
                base.percent(state.governance().policy(PolicyItem.ADVANCE_PERCENT, day)));
    }

    private Money paid(ProjectId project, LocalDate day) {
        return state.books().balance(paidAccount(project), day);
    }

    private Money unbounded() {
        return state.books().money(Long.MAX_VALUE / 2);
    }

    private Money zero() {
        return state.books().money(0);
    }

    private static Account paidAccount(ProjectId project) {
        return Account.of(Kind.PAID, project);
    }
}
