package org.aidledger.api.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.OutcomeUnknown;
import org.aidledger.event.PostingId;
import org.aidledger.event.Recorded;
import org.aidledger.fund.GovernanceEvent.BreachNoted;
import org.aidledger.projections.status.ReadSide;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Looks up where accepted commands came to stand, and waits until reads include them. */
public final class Receipts {

    /** A request taken before has its own event and at most a few breaches. */
    private static final int EVENTS_OF_REPEATED = 50;

    private static final int PAGE = 1000;

    private final EventLog log;
    private final ReadSide readSide;

    public Receipts(EventLog log, ReadSide readSide) {
        this.log = log;
        this.readSide = readSide;
    }

    /**
     * The stored events of one request.
     *
     * @param position of the last of them
     */
    public record Stored(long position, List<String> eventIds, List<Receipt.Breach> breaches) {

        public Stored {
            eventIds = List.copyOf(eventIds);
            breaches = List.copyOf(breaches);
        }

        private static Stored of(List<Recorded<LedgerEvent>> events) {
            return new Stored(
                    events.getLast().position(),
                    events.stream().map(Recorded::eventId).toList(),
                    events.stream()
                            .map(Recorded::event)
                            .filter(BreachNoted.class::isInstance)
                            .map(BreachNoted.class::cast)
                            .map(b -> new Receipt.Breach(b.code(), b.subject(), b.message()))
                            .toList());
        }
    }

    /** Where one accepted request stands. */
    public Stored stored(Accepted accepted, PostingId request) {
        List<Recorded<LedgerEvent>> events =
                ofStream(accepted.stream(), accepted.firstSequence(), events(accepted)).stream()
                        .filter(e -> e.event().voucher().postingId().equals(request))
                        .toList();
        return Stored.of(events);
    }

    private static int events(Accepted accepted) {
        return accepted.repeated() ? EVENTS_OF_REPEATED : accepted.events();
    }

    /**
     * Where the accepted requests of one stream stand, read in one go.
     *
     * @param accepted at least one
     */
    public Map<PostingId, Stored> stored(List<Accepted> accepted, Set<PostingId> requests) {
        String stream = accepted.getFirst().stream();
        long next = accepted.stream().mapToLong(Accepted::firstSequence).min().orElseThrow();
        long last =
                accepted.stream()
                        .mapToLong(a -> a.firstSequence() + events(a) - 1)
                        .max()
                        .orElseThrow();
        Map<PostingId, List<Recorded<LedgerEvent>>> events = new HashMap<>();
        while (next <= last) {
            int limit = (int) Math.min(PAGE, last - next + 1);
            List<Recorded<LedgerEvent>> page = ofStream(stream, next, limit);
            page.stream()
                    .filter(e -> requests.contains(e.event().voucher().postingId()))
                    .forEach(e ->
                            events.computeIfAbsent(
                                            e.event().voucher().postingId(), _ -> new ArrayList<>())
                                    .add(e));
            next = page.size() < limit ? last + 1 : next + limit;
        }
        Map<PostingId, Stored> stored = new HashMap<>();
        events.forEach((id, of) -> stored.put(id, Stored.of(of)));
        return stored;
    }

    /**
     * When the last event of all was recorded, after waiting until reads include it; empty if the
     * time was up before.
     */
    public Optional<Instant> caughtUp(Duration atMost) {
        long head = log.head();
        return readSide.awaitPosition(head, atMost)
                ? Optional.of(
                        log.at(List.of(head)).stream()
                                .map(Recorded::recorded)
                                .findFirst()
                                .orElse(Instant.EPOCH))
                : Optional.empty();
    }

    /**
     * Reads what is stored already. Nobody may hear that the ledger was busy and nothing came of
     * it, where only this reading failed.
     */
    private List<Recorded<LedgerEvent>> ofStream(String stream, long sequence, int limit) {
        try {
            return log.ofStream(stream, sequence, limit);
        } catch (DataAccessException | TransactionException e) {
            throw new OutcomeUnknown(
                    "The request was taken, and where it stands cannot be read.", e);
        }
    }

    /** Whether reads include a position, after waiting for it at most so long. */
    public boolean isVisible(long position, Duration atMost) {
        return readSide.awaitPosition(position, atMost);
    }
}
