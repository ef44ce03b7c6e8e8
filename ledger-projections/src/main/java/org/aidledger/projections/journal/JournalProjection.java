package org.aidledger.projections.journal;

import java.util.List;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.event.StoredAs;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.ProjectId;
import org.aidledger.posting.Entry;
import org.aidledger.posting.PostingRules;
import org.aidledger.projections.summary.Summary;
import org.aidledger.projections.writing.Projection;
import org.aidledger.projections.writing.ReadTable;
import org.aidledger.projections.writing.Rows;

/** Writes the lines that the posting rules give for each event. */
public final class JournalProjection implements Projection {

    private static final ReadTable JOURNAL =
            ReadTable.of(
                    "journal",
                    "event_id text",
                    "posting_id text",
                    "event_type text",
                    "movement text",
                    "kind text",
                    "project text",
                    "amount bigint",
                    "currency text",
                    "scale int",
                    "description text",
                    "note text");

    @Override
    public List<ReadTable> tables() {
        return List.of(JOURNAL);
    }

    @Override
    public void on(FundEvent event, Recorded<? extends LedgerEvent> at, Rows rows) {
        for (Entry entry : PostingRules.entriesFor(event)) {
            rows.add(
                    JOURNAL,
                    at,
                    event.fund(),
                    at.eventId(),
                    event.voucher().postingId(),
                    event.getClass().getAnnotation(StoredAs.class).value(),
                    entry.movement(),
                    entry.account().kind(),
                    entry.account().project().map(ProjectId::value).orElse(""),
                    entry.amount().minorUnits(),
                    entry.amount().denomination().currency(),
                    entry.amount().denomination().scale(),
                    Summary.of(event),
                    event.voucher().note());
        }
    }
}
