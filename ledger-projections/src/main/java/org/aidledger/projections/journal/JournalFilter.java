package org.aidledger.projections.journal;

import java.util.Optional;
import org.aidledger.fund.ProjectId;
import org.aidledger.posting.Account;
import org.aidledger.posting.Movement;

/** Which lines of the journal are wanted; what is empty does not restrict. */
public record JournalFilter(
        Optional<ProjectId> project, Optional<Account> account, Optional<Movement> movement) {

    /** Every line. */
    public static final JournalFilter ALL =
            new JournalFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
