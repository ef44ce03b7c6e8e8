package org.aidledger.api.access;

import java.util.List;
import java.util.Optional;
import org.aidledger.access.Denial.OutsideScope;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.approval.ApprovalEvent;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingEvent;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.proof.EventBytes;
import org.aidledger.proof.StoredEvent;
import org.aidledger.sample.SampleEvent;
import org.aidledger.snapshot.SnapshotEvent;

/** The events, as far as whoever is calling may see them. */
public final class VisibleLog {

    private final EventLog log;
    private final EventBytes bytes;
    private final LedgerGuard guard;

    VisibleLog(EventLog log, EventBytes bytes, LedgerGuard guard) {
        this.log = log;
        this.bytes = bytes;
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

    /**
     * One event exactly as it is stored; empty if there is none there.
     *
     * @throws org.aidledger.rejection.CommandRejected if it is not the caller's to see
     */
    public Optional<StoredEvent> stored(long position) {
        Optional<Recorded<LedgerEvent>> found = log.at(List.of(position)).stream().findFirst();
        boolean visible =
                found.map(e -> isVisible(e.event()))
                        .orElseGet(() -> CurrentCaller.required().scope().isEverything());
        if (!visible) {
            throw new OutsideScope("the event at position " + position).asException();
        }
        return found.flatMap(_ -> bytes.bytesAfter(position - 1, 1).stream().findFirst());
    }

    private boolean isVisible(LedgerEvent event) {
        return switch (event) {
            case FundEvent e -> guard.sees(e.fund());
            case FindingEvent e -> guard.sees(e.fund());
            case ApprovalEvent e -> guard.sees(e.fund());
            case SnapshotEvent e -> e.funds().stream().allMatch(guard::sees);
            case SampleEvent e ->
                    CurrentCaller.required().may(Right.SAMPLES) && guard.sees(e.fund());
            default -> CurrentCaller.required().scope().isEverything();
        };
    }
}
