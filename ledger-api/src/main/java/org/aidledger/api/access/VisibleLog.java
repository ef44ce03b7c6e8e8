package org.aidledger.api.access;

import java.util.List;
import java.util.Optional;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.approval.ApprovalEvent;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingEvent;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.snapshot.SnapshotEvent;

/** The events, as far as whoever is calling may see them. */
public final class VisibleLog {

    private final EventLog log;
    private final LedgerGuard guard;

    VisibleLog(EventLog log, LedgerGuard guard) {
        this.log = log;
        this.guard = guard;
    }

    /**
     * A part of the log.
     *
     * @param events those that the caller may see
     * @param upTo position of the last event that was looked at
     * @param isLast whether there is nothing behind it yet
     */
    public record Part(List<Recorded<LedgerEvent>> events, long upTo, boolean isLast) {}

    /**
     * Returns if the caller may read events, of one fund or at all.
     *
     * @throws org.aidledger.rejection.CommandRejected if not
     */
    public void require(Optional<FundId> fund) {
        guard.require(new Question(Right.EVENTS, fund, Optional.empty()));
    }

    /** The largest position stored, or -1. */
    public long head() {
        return log.head();
    }

    /** What is stored after a position, at most so many. */
    public Part after(long position, int limit) {
        List<Recorded<LedgerEvent>> page = log.after(position, limit);
        return new Part(
                page.stream().filter(e -> isVisible(e.event())).toList(),
                page.isEmpty() ? position : page.getLast().position(),
                page.size() < limit);
    }

    private boolean isVisible(LedgerEvent event) {
        return switch (event) {
            case FundEvent e -> guard.sees(e.fund());
            case FindingEvent e -> guard.sees(e.fund());
            case ApprovalEvent e -> guard.sees(e.fund());
            case SnapshotEvent e -> e.funds().stream().allMatch(guard::sees);
            default -> CurrentCaller.required().scope().isEverything();
        };
    }
}
