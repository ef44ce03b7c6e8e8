package org.aidledger.projections.trail;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.event.StoredAs;
import org.aidledger.event.Voucher;
import org.aidledger.finding.FindingEvent;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceEvent.HandedOver;
import org.aidledger.projections.json.Components;
import org.aidledger.projections.summary.Summary;
import org.aidledger.projections.writing.Projection;
import org.aidledger.projections.writing.ReadTable;
import org.aidledger.projections.writing.Rows;

/** Writes one entry for every event there is. */
public final class TrailProjection implements Projection {

    private static final ReadTable TRAIL =
            ReadTable.of(
                    "trail",
                    "event_id text",
                    "stream text",
                    "sequence bigint",
                    "posting_id text",
                    "event_type text",
                    "actor text",
                    "approved_by json",
                    "documents json",
                    "note text",
                    "projects text[]",
                    "amount text",
                    "reverses text",
                    "basis text",
                    "finding text",
                    "summary text",
                    "detail json");
    private static final ReadTable HAND_OVER =
            ReadTable.of("hand_over", "from_batch text", "to_batch text");

    @Override
    public List<ReadTable> tables() {
        return List.of(TRAIL, HAND_OVER);
    }

    @Override
    public void on(FundEvent event, Recorded<? extends LedgerEvent> at, Rows rows) {
        add(event.fund(), Links.of(event), Summary.of(event), at, rows);
        if (event instanceof HandedOver e) {
            rows.add(HAND_OVER, at, e.fund(), e.fromBatch(), e.toBatch());
        }
    }

    @Override
    public void on(FindingEvent event, Recorded<? extends LedgerEvent> at, Rows rows) {
        add(event.fund(), Links.of(event), Summary.of(event), at, rows);
    }

    private static void add(
            FundId fund,
            Links links,
            String summary,
            Recorded<? extends LedgerEvent> at,
            Rows rows) {
        LedgerEvent event = at.event();
        Voucher voucher = event.voucher();
        rows.add(
                TRAIL,
                at,
                fund,
                at.eventId(),
                event.stream(),
                at.sequence(),
                voucher.postingId(),
                event.getClass().getAnnotation(StoredAs.class).value(),
                voucher.actor(),
                Components.write(voucher.approvedBy()),
                Components.write(voucher.documents()),
                voucher.note(),
                links.projects().stream().distinct().collect(joining(" ")),
                links.amount(),
                links.reverses(),
                links.basis(),
                links.finding(),
                summary,
                Components.write(event));
    }
}
