package org.aidledger.eventstore.log;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.eventstore.Given;
import org.aidledger.eventstore.TestLedger;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;

/** Funds with events, quickly. */
public final class Posted {

    private static final int IN_BATCH = 200;

    private Posted() {}

    /** Opens a fund and posts, so many events in all. */
    public static void events(TestLedger ledger, String fund, int count) {
        FundId id = new FundId(fund);
        ledger.send(Given.open(id));
        more(ledger, fund, 1, count);
    }

    /** Posts to a fund, from one number to another. */
    static void more(TestLedger ledger, String fund, int from, int to) {
        FundId id = new FundId(fund);
        for (int first = from; first < to; first += IN_BATCH) {
            List<FundCommand> lines = new ArrayList<>();
            for (int i = first; i < Math.min(to, first + IN_BATCH); i++) {
                lines.add(Given.receive(id, "r-" + i, "1.00"));
            }
            ledger.send(new PostBatch(id, BatchMode.ATOMIC, lines));
        }
    }
}
