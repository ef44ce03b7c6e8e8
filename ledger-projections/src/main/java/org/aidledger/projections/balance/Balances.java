package org.aidledger.projections.balance;

import java.util.List;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.projections.reading.Reads;

/** Reads balances of accounts. */
public final class Balances {

    private final Reads reads;

    public Balances(Reads reads) {
        this.reads = reads;
    }

    /**
     * Every account that has lines, in the order of its written form; each book sums to zero. Empty
     * if the fund is unknown.
     */
    public List<AccountBalance> trialBalance(FundId fund, AsOf asOf) {
        return reads.ask(_ -> {
            throw new UnsupportedOperationException("not yet");
        });
    }

    /**
     * What one account stands at; zero without lines.
     *
     * @throws java.util.NoSuchElementException if the fund is not known at that point in time
     */
    public Money balance(FundId fund, Account account, AsOf asOf) {
        return reads.ask(_ -> {
            throw new UnsupportedOperationException("not yet");
        });
    }
}
