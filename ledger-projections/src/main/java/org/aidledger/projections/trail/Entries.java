package org.aidledger.projections.trail;

import java.util.Optional;
import org.aidledger.approval.ApprovalEvent;
import org.aidledger.event.Actor;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.event.StoredAs;
import org.aidledger.event.Voucher;
import org.aidledger.finding.FindingEvent;
import org.aidledger.fund.FundEvent;
import org.aidledger.money.Money;
import org.aidledger.projections.json.Components;
import org.aidledger.projections.summary.Summary;
import org.aidledger.snapshot.SnapshotEvent;

/** Makes entries of events. */
final class Entries {

    private Entries() {}

    static TrailEntry of(
            Recorded<LedgerEvent> stored, Optional<String> reversedBy, Batches batches) {
        return switch (stored.event()) {
            case FundEvent e -> entry(stored, Links.of(e), Summary.of(e), reversedBy, batches);
            case FindingEvent e -> entry(stored, Links.of(e), Summary.of(e), reversedBy, batches);
            case ApprovalEvent e -> entry(stored, Links.of(e), Summary.of(e), reversedBy, batches);
            case SnapshotEvent e -> entry(stored, Links.of(e), Summary.of(e), reversedBy, batches);
            default -> throw new IllegalArgumentException("of no fund: " + stored);
        };
    }

    private static TrailEntry entry(
            Recorded<LedgerEvent> stored,
            Links links,
            String summary,
            Optional<String> reversedBy,
            Batches batches) {
        LedgerEvent event = stored.event();
        Voucher voucher = event.voucher();
        return new TrailEntry(
                stored.position(),
                stored.eventId(),
                event.stream(),
                stored.sequence(),
                voucher.postingId().value(),
                event.getClass().getAnnotation(StoredAs.class).value(),
                voucher.effective(),
                stored.recorded(),
                voucher.actor().name(),
                voucher.approvedBy().stream().map(Actor::name).toList(),
                voucher.documents(),
                voucher.note(),
                links.projects().stream().distinct().toList(),
                text(links.amount()).map(Money::parse),
                text(links.reverses()),
                reversedBy,
                text(links.basis()),
                text(links.finding()),
                batches.on(voucher.effective()),
                summary,
                Components.write(event));
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }
}
