package org.aidledger.projections.trail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;

/**
 * Events that a question found in the trail, in order. What they say is read from the log
 * afterwards, when the question holds no snapshot any more: it never changes.
 */
public final class FoundEvents {

    /**
     * One of them.
     *
     * @param reversedBy posting id of the reversal that counts at the point in time asked about
     */
    record Found(long position, Optional<String> reversedBy) {

        static Found unreversed(long position) {
            return new Found(position, Optional.empty());
        }
    }

    private final EventLog log;
    private final List<Found> found;
    private final Batches batches;

    FoundEvents(EventLog log, List<Found> found, Batches batches) {
        this.log = log;
        this.found = found;
        this.batches = batches;
    }

    /** The events themselves. */
    public List<Recorded<LedgerEvent>> events() {
        List<Long> positions = found.stream().map(Found::position).toList();
        List<Recorded<LedgerEvent>> events = log.at(positions);
        if (events.size() != found.size()) {
            throw new IllegalStateException(
                    "the trail has events that are not in the log; rebuild the read tables");
        }
        return events;
    }

    /** What an auditor reads of them. */
    public List<TrailEntry> entries() {
        return entries(events());
    }

    /**
     * What an auditor reads of them.
     *
     * @param events as read before
     */
    public List<TrailEntry> entries(List<Recorded<LedgerEvent>> events) {
        Map<Long, Optional<String>> reversedBy = new HashMap<>();
        found.forEach(f -> reversedBy.put(f.position(), f.reversedBy()));
        return events.stream()
                .map(e ->
                        Entries.of(
                                e,
                                reversedBy.getOrDefault(e.position(), Optional.empty()),
                                batches))
                .toList();
    }
}
