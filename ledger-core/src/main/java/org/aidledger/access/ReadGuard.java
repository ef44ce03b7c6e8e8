package org.aidledger.access;

import org.aidledger.fund.FundId;
import org.aidledger.fund.Organisation;
import org.aidledger.rejection.CommandRejected;

/** Stands before every answer of the read side. */
public interface ReadGuard {

    /** Lets everybody through: for programs that are the ledger's owner, such as benchmarks. */
    ReadGuard NONE =
            new ReadGuard() {
                @Override
                public void require(Question question) {
                    // Nobody is refused.
                }

                @Override
                public boolean sees(FundId fund, Organisation organisation) {
                    return true;
                }
            };

    /**
     * Returns if whoever asks may know.
     *
     * @throws CommandRejected with a {@link Denial} if not
     */
    void require(Question question);

    /** Whether whoever asks may know of a fund, when it is asked about all. */
    boolean sees(FundId fund, Organisation organisation);
}
