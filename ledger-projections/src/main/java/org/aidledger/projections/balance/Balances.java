package org.aidledger.projections.balance;

import java.util.Comparator;
import java.util.List;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.projections.journal.Journal;
import org.aidledger.projections.reading.Reads;

/** Reads balances of accounts. */
public final class Balances {

    private static final String BY_ACCOUNT =
            """
            select kind, project, currency, scale, sum(amount) as balance, count(*) as lines
            from read.journal
            where fund = :fund and effective <= :effective and recorded <= :known
            group by kind, project, currency, scale
            """;

    private final Reads reads;

    public Balances(Reads reads) {
        this.reads = reads;
    }

    /**
     * Every account that has lines, in the order of its written form; each book sums to zero. Empty
     * if the fund has none, or is unknown.
     */
    public List<AccountBalance> trialBalance(FundId fund, AsOf asOf) {
        return reads
                .ask(jdbc ->
                        Reads.at(jdbc, BY_ACCOUNT, fund, asOf)
                                .query((row, _) ->
                                        new AccountBalance(
                                                Journal.account(
                                                        row.getString("kind"),
                                                        row.getString("project")),
                                                new Money(
                                                        row.getLong("balance"),
                                                        new Denomination(
                                                                row.getString("currency"),
                                                                row.getInt("scale"))),
                                                row.getLong("lines")))
                                .list())
                .stream()
                .sorted(Comparator.comparing(AccountBalance::account))
                .toList();
    }

    /** What one account stands at; empty if it has no lines at that point in time. */
    public java.util.Optional<Money> balance(FundId fund, Account account, AsOf asOf) {
        return trialBalance(fund, asOf).stream()
                .filter(b -> b.account().equals(account))
                .map(AccountBalance::balance)
                .findFirst();
    }
}
