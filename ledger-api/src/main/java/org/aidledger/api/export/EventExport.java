package org.aidledger.api.export;

import java.util.Optional;
import java.util.function.Consumer;
import org.aidledger.api.access.VisibleLog;
import org.aidledger.approval.ApprovalEvent;
import org.aidledger.event.AsOf;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingEvent;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;

/** Reads the log for exports. */
final class EventExport {

    private static final int EVENTS_AT_ONCE = 500;

    private final VisibleLog log;

    EventExport(VisibleLog log) {
        this.log = log;
    }

    /**
     * Every event that counts at a point in time, in order; of one fund with its findings, or of
     * all.
     */
    void read(Optional<FundId> fund, AsOf asOf, Consumer<Recorded<LedgerEvent>> reader) {
        log.require(fund);
        long head = log.head();
        long seen = -1;
        while (seen < head) {
            VisibleLog.Part part = log.after(seen, EVENTS_AT_ONCE);
            if (part.upTo() == seen) {
                return;
            }
            part.events().stream()
                    .filter(asOf::includes)
                    .filter(e -> fund.map(f -> concerns(e.event(), f)).orElse(true))
                    .forEach(reader);
            seen = part.upTo();
        }
    }

    private static boolean concerns(LedgerEvent event, FundId fund) {
        return switch (event) {
            case FundEvent e -> e.fund().equals(fund);
            case FindingEvent e -> e.fund().equals(fund);
            case ApprovalEvent e -> e.fund().equals(fund);
            default -> false;
        };
    }
}
