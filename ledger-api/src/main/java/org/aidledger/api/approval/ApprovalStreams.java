package org.aidledger.api.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aidledger.approval.ApprovalEvent;
import org.aidledger.approval.ApprovalId;
import org.aidledger.approval.ApprovalState;
import org.aidledger.event.EventLog;

/** Requests for approval as their own events made them, which is ahead of every read table. */
final class ApprovalStreams {

    private final EventLog log;

    ApprovalStreams(EventLog log) {
        this.log = log;
    }

    /**
     * A request as it stands.
     *
     * @param last its latest event
     * @param position of that event
     */
    record Seen(ApprovalState state, ApprovalEvent last, long position) {}

    /** The request; empty if nobody ever made it. */
    Optional<Seen> read(ApprovalId approval) {
        ApprovalState state = new ApprovalState();
        List<Seen> seen = new ArrayList<>();
        log.readStream(
                ApprovalEvent.stream(approval),
                recorded -> {
                    if (recorded.event() instanceof ApprovalEvent event) {
                        state.on(event);
                        seen.add(new Seen(state, event, recorded.position()));
                    }
                });
        return seen.isEmpty() ? Optional.empty() : Optional.of(seen.getLast());
    }

    boolean exists(ApprovalId approval) {
        return !log.ofStream(ApprovalEvent.stream(approval), 0, 1).isEmpty();
    }
}
