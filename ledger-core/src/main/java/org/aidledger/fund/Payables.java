package org.aidledger.fund;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.aidledger.fund.RuleBroken.CeilingExceeded;
import org.aidledger.fund.Works.Milestone;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.posting.Account.Kind;

/**
 * What contracts allow to be paid: the contract sum with its change orders, less retention until
 * acceptance (R14), and before the start no more than the advance. Without a contract only the
 * advance is bounded, by the allocation.
 */
final class Payables {

    private final FundState state;

    Payables(FundState state) {
        this.state = state;
    }

    /** The bounds that paying so much more from a date on would break, each on its first day. */
    List<RuleBroken> broken(ProjectId project, Money amount, LocalDate date) {
        List<RuleBroken> broken = new ArrayList<>();
        first(Ceiling.PAYABLE, project, amount, date).ifPresent(broken::add);
        first(Ceiling.ADVANCE, project, amount, date).ifPresent(broken::add);
        return broken;
    }

    /** The first day on which the payable sum, so much lower, would no longer cover payments. */
    Optional<RuleBroken> brokenByLowering(ProjectId project, Money by, LocalDate date) {
        Works.Site site = state.works().of(project);
        for (LocalDate day : days(project, date)) {
            Money left = state.books().money(site.payable.at(day)).minus(paid(project, day));
            if (by.compareTo(left) > 0) {
                return Optional.of(
                        new CeilingExceeded(
                                Ceiling.PAYABLE,
                                project.value(),
                                by,
                                left.max(state.books().money(0)),
                                day));
            }
        }
        return Optional.empty();
    }

    private Optional<RuleBroken> first(
            Ceiling ceiling, ProjectId project, Money amount, LocalDate date) {
        Money paidBound = state.books().money(Long.MAX_VALUE / 4);
        Money acceptable = paidBound;
        Optional<LocalDate> firstDay = Optional.empty();
        for (LocalDate day : days(project, date)) {
            Optional<Money> limit =
                    ceiling == Ceiling.PAYABLE ? payable(project, day) : advance(project, day);
            if (limit.isEmpty()) {
                continue;
            }
            Money left = limit.get().minus(paid(project, day));
            acceptable = acceptable.min(left.max(state.books().money(0)));
            if (amount.compareTo(left) > 0 && firstDay.isEmpty()) {
                firstDay = Optional.of(day);
            }
        }
        Money most = acceptable;
        return firstDay.map(
                day -> new CeilingExceeded(ceiling, project.value(), amount, most, day));
    }

    private Iterable<LocalDate> days(ProjectId project, LocalDate date) {
        TreeSet<LocalDate> days = new TreeSet<>();
        days.add(date);
        Works.Site site = state.works().of(project);
        site.payable.changesAfter(date).forEach(days::add);
        state.books().timeline(paidAccount(project)).changesAfter(date).forEach(days::add);
        site.passed.values().stream().filter(d -> d.isAfter(date)).forEach(days::add);
        return days;
    }

    private Optional<Money> payable(ProjectId project, LocalDate day) {
        Works.Site site = state.works().of(project);
        if (!site.payable.hasBegunBy(day)) {
            return Optional.empty();
        }
        Money full = state.books().money(site.payable.at(day));
        return Optional.of(
                site.hasPassed(Milestone.ACCEPTED, day)
                        ? full
                        : full.minus(full.percent(policy(PolicyItem.RETENTION_PERCENT, day))));
    }

    private Optional<Money> advance(ProjectId project, LocalDate day) {
        Works.Site site = state.works().of(project);
        if (site.hasPassed(Milestone.STARTED, day)) {
            return Optional.empty();
        }
        Money base =
                site.payable.hasBegunBy(day)
                        ? state.books().money(site.payable.at(day))
                        : state.books().balance(Account.of(Kind.ALLOCATED, project), day);
        return Optional.of(base.percent(policy(PolicyItem.ADVANCE_PERCENT, day)));
    }

    private java.math.BigDecimal policy(PolicyItem item, LocalDate day) {
        return state.governance().policy(item, day);
    }

    private Money paid(ProjectId project, LocalDate day) {
        return state.books().balance(paidAccount(project), day);
    }

    private static Account paidAccount(ProjectId project) {
        return Account.of(Kind.PAID, project);
    }
}
