package org.aidledger.projections.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.posting.Entry;
import org.aidledger.projections.standing.Standing;

/**
 * One event of a fund and how the fund stands after it.
 *
 * @param type stored name of the event
 * @param event the event itself
 * @param entries what it posts, possibly nothing
 * @param after sums with this event and all before it
 */
public record ReplayStep(
        long position,
        String eventId,
        long sequence,
        String type,
        LocalDate effective,
        Instant recorded,
        org.aidledger.event.LedgerEvent event,
        List<Entry> entries,
        Standing after) {

    public ReplayStep {
        entries = List.copyOf(entries);
    }
}
