package org.aidledger.projections.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aidledger.approval.ApprovalEvent;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.event.StoredAs;
import org.aidledger.event.Voucher;
import org.aidledger.finding.FindingEvent;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceEvent.HandedOver;
import org.aidledger.fund.ProjectId;
import org.aidledger.posting.Account;
import org.aidledger.posting.Entry;
import org.aidledger.posting.PostingRules;
import org.aidledger.projections.journal.PackedLines;
import org.aidledger.projections.table.ReadTable;
import org.aidledger.projections.tally.Fact;
import org.aidledger.projections.tally.Measure;
import org.aidledger.projections.tally.Subject;
import org.aidledger.projections.writing.Imprint;
import org.aidledger.projections.writing.Projection;

/**
 * Writes one row for every event there is, with what it is found by and its lines in the journal.
 * What else it says is read from the event.
 */
public final class TrailProjection implements Projection {

    private static final ReadTable TRAIL =
            ReadTable.of(
                    "trail",
                    List.of("fund", "position"),
                    "position bigint",
                    "measures bigint",
                    "recorded timestamptz",
                    "effective date",
                    "fund text",
                    "posting_id text",
                    "event_type text",
                    "actor text",
                    "reverses text",
                    "projects texts",
                    "lines bytea");
    private static final ReadTable HAND_OVER =
            ReadTable.ofFacts("hand_over", "from_batch text", "to_batch text");

    @Override
    public List<ReadTable> tables() {
        return List.of(TRAIL, HAND_OVER);
    }

    @Override
    public void on(FundEvent event, Imprint imprint) {
        List<Entry> lines = PostingRules.entriesFor(event);
        for (Entry line : lines) {
            Account account = line.account();
            imprint.fact(
                    Fact.sum(
                            account.project().map(Subject::of).orElse(Subject.FUND),
                            Measure.of(account.kind(), line.movement()),
                            line.amount().minorUnits()));
        }
        add(Links.of(event), lines, event.fund(), imprint);
        if (event instanceof HandedOver e) {
            imprint.row(HAND_OVER, e.fromBatch(), e.toBatch());
        }
    }

    @Override
    public void on(FindingEvent event, Imprint imprint) {
        add(Links.of(event), List.of(), event.fund(), imprint);
    }

    @Override
    public void on(ApprovalEvent event, Imprint imprint) {
        add(Links.of(event), List.of(), event.fund(), imprint);
    }

    private static void add(Links links, List<Entry> lines, FundId fund, Imprint imprint) {
        Recorded<? extends LedgerEvent> at = imprint.event();
        LedgerEvent event = at.event();
        Voucher voucher = event.voucher();
        List<String> projects = projects(links, lines);
        imprint.whole(
                TRAIL,
                at.position(),
                PackedLines.measures(lines),
                at.recorded(),
                voucher.effective(),
                fund,
                voucher.postingId(),
                event.getClass().getAnnotation(StoredAs.class).value(),
                voucher.actor(),
                links.reverses(),
                projects,
                PackedLines.of(lines, projects));
    }

    private static List<String> projects(Links links, List<Entry> lines) {
        List<String> projects = new ArrayList<>(2);
        Consumer<String> once =
                project -> {
                    if (!projects.contains(project)) {
                        projects.add(project);
                    }
                };
        links.projects().forEach(once);
        for (Entry line : lines) {
            line.account().project().map(ProjectId::value).ifPresent(once);
        }
        return projects;
    }
}
