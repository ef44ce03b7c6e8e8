package org.aidledger.api.approval;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aidledger.api.approval.ApprovalDesk.Refusal;
import org.aidledger.api.command.Foreseen;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.posting.Entry;
import org.aidledger.posting.PostingRules;
import org.aidledger.projections.balance.Balances;

/**
 * What would come of a command if it were approved now.
 *
 * @param possible whether its fund would take it
 * @param refusal why not
 * @param accounts those that would change, whatever their date
 */
public record Expected(boolean possible, Optional<Refusal> refusal, List<Change> accounts) {

    /**
     * An account's balance, all dates together.
     *
     * @param account such as {@code BUDGET:AUTHORISED}, what may still be allocated, or {@code
     *     CASH:POOL}, what may still be disbursed
     */
    public record Change(Account account, Money before, Money after) {}

    /** The most that any account changes by; empty where no money would move. */
    public Optional<Money> moved() {
        return accounts.stream()
                .map(c -> c.after().minus(c.before()))
                .map(rise -> rise.isNegative() ? rise.negated() : rise)
                .max(Comparator.naturalOrder());
    }

    public static Expected of(FundId fund, Foreseen foreseen, Balances balances, AsOf now) {
        return new Expected(
                foreseen.refusal().isEmpty(),
                foreseen.refusal().map(r -> new Refusal(r.code(), r.message())),
                changes(fund, foreseen.events(), balances, now));
    }

    private static List<Change> changes(
            FundId fund, List<FundEvent> events, Balances balances, AsOf now) {
        Map<Account, Money> rises = new TreeMap<>();
        events.stream()
                .flatMap(event -> PostingRules.entriesFor(event).stream())
                .forEach((Entry e) -> rises.merge(e.account(), e.amount(), Money::plus));
        AsOf ever = new AsOf(LocalDate.of(9999, 12, 31), now.known());
        return rises.entrySet().stream()
                .map(rise -> {
                    Money by = rise.getValue();
                    Money before =
                            balances.balance(fund, rise.getKey(), ever)
                                    .orElse(by.denomination().zero());
                    return new Change(rise.getKey(), before, before.plus(by));
                })
                .toList();
    }
}
