package org.aidledger.projections.trail;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.event.StoredAs;
import org.aidledger.event.Voucher;
import org.aidledger.finding.FindingEvent;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.GovernanceEvent.HandedOver;
import org.aidledger.projections.json.Components;
import org.aidledger.projections.summary.Summary;
import org.aidledger.projections.table.ReadTable;
import org.aidledger.projections.writing.Imprint;
import org.aidledger.projections.writing.Projection;

/** Writes one entry for every event there is. */
public final class TrailProjection implements Projection {

    private static final ReadTable TRAIL =
            ReadTable.ofFacts(
                    "trail",
                    "event_id text",
                    "stream text",
                    "sequence bigint",
                    "posting_id text",
                    "event_type text",
                    "actor text",
                    "approved_by text",
                    "documents text",
                    "note text",
                    "projects texts",
                    "amount text",
                    "reverses text",
                    "basis text",
                    "finding text",
                    "summary text",
                    "detail text");
    private static final ReadTable HAND_OVER =
            ReadTable.ofFacts("hand_over", "from_batch text", "to_batch text");

    @Override
    public List<ReadTable> tables() {
        return List.of(TRAIL, HAND_OVER);
    }

    @Override
    public void on(FundEvent event, Imprint imprint) {
        add(Links.of(event), Summary.of(event), imprint);
        if (event instanceof HandedOver e) {
            imprint.row(HAND_OVER, e.fromBatch(), e.toBatch());
        }
    }

    @Override
    public void on(FindingEvent event, Imprint imprint) {
        add(Links.of(event), Summary.of(event), imprint);
    }

    private static void add(Links links, String summary, Imprint imprint) {
        Recorded<? extends LedgerEvent> at = imprint.event();
        LedgerEvent event = at.event();
        Voucher voucher = event.voucher();
        imprint.row(
                TRAIL,
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
