package org.aidledger.projections.journal;

import java.util.List;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.ProjectId;
import org.aidledger.posting.Account;
import org.aidledger.posting.Entry;
import org.aidledger.posting.PostingRules;
import org.aidledger.projections.table.ReadTable;
import org.aidledger.projections.tally.Fact;
import org.aidledger.projections.tally.Measure;
import org.aidledger.projections.tally.Subject;
import org.aidledger.projections.writing.Imprint;
import org.aidledger.projections.writing.Projection;

/** Writes the lines that the posting rules give for each event. */
public final class JournalProjection implements Projection {

    private static final ReadTable JOURNAL =
            ReadTable.ofFacts(
                    "journal", "movement text", "kind text", "project text", "amount bigint");

    @Override
    public List<ReadTable> tables() {
        return List.of(JOURNAL);
    }

    @Override
    public void on(FundEvent event, Imprint imprint) {
        for (Entry entry : PostingRules.entriesFor(event)) {
            Account account = entry.account();
            long amount = entry.amount().minorUnits();
            imprint.row(
                    JOURNAL,
                    entry.movement(),
                    account.kind(),
                    account.project().map(ProjectId::value).orElse(""),
                    amount);
            imprint.fact(
                    Fact.sum(
                            account.project().map(Subject::of).orElse(Subject.FUND),
                            Measure.of(account.kind(), entry.movement()),
                            amount));
        }
    }
}
