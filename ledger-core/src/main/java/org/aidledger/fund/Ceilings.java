package org.aidledger.fund;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.posting.Account.Kind;
import org.aidledger.posting.Entry;
import org.aidledger.posting.PostingRules;

/** All ceilings that a posting meets: those of the books, and those of contracts where it pays. */
final class Ceilings {

    private Ceilings() {}

    /** Those that it would break on its date or a later one, in fixed order. */
    static List<RuleBroken> broken(FundState state, MoneyEvent event) {
        LocalDate date = event.voucher().effective();
        List<RuleBroken> broken =
                new ArrayList<>(
                        state.books()
                                .broken(
                                        event.fund(),
                                        PostingRules.transfersFor(event),
                                        date,
                                        state.governance()));
        Payables payables = new Payables(state);
        paid(event)
                .forEach((project, amount) -> {
                    if (amount.isPositive()) {
                        broken.addAll(payables.broken(project, amount, date));
                    }
                });
        return broken;
    }

    /** By how much the payments of each project grow. */
    private static Map<ProjectId, Money> paid(MoneyEvent event) {
        Map<ProjectId, Money> paid = new LinkedHashMap<>();
        for (Entry entry : PostingRules.entriesFor(event)) {
            Account account = entry.account();
            if (account.kind() == Kind.PAID) {
                paid.merge(account.project().orElseThrow(), entry.amount(), Money::plus);
            }
        }
        return paid;
    }
}
