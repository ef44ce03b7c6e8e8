package org.aidledger.axonserver;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.aidledger.axonserver.Underway.Written;
import org.aidledger.eventstore.append.CommitListener;
import org.aidledger.proof.StoredEvent;

/**
 * Finds what this node wrote among the events that were copied. Who waits for it is told, and so
 * are readers: of what this node both wrote and copied with the events themselves, of anything else
 * that there is something to read.
 */
final class Own {

    private final Underway underway;
    private final CommitListener commits;
    private final Runnable stir;
    private Optional<Written> current = Optional.empty();
    private long first;

    /**
     * @param stir wakes readers
     */
    Own(Underway underway, CommitListener commits, Runnable stir) {
        this.underway = underway;
        this.commits = commits;
        this.stir = stir;
    }

    /**
     * Some events are in the copy by now; all before them were told of.
     *
     * @param here whether it was this node that copied them
     */
    void copied(List<StoredEvent> events, boolean here) {
        for (int i = 0; i < events.size(); ) {
            int index = i;
            if (current.isEmpty()) {
                current = underway.beginningWith(events.get(i).eventId());
                current.ifPresent(_ -> first = events.get(index).position());
            }
            i = current.map(written -> tell(written, events, index, here)).orElse(index + 1);
        }
        if (!events.isEmpty()) {
            stir.run();
        }
    }

    /** Answers the index behind the last event that was told of. */
    private int tell(Written written, List<StoredEvent> events, int index, boolean here) {
        int done = (int) (events.get(index).position() - first);
        int end = Math.min(events.size(), index + written.events().size() - done);
        if (here) {
            List<StoredEvent> some = events.subList(index, end);
            commits.stored(
                    some.getFirst().position(),
                    written.events().subList(done, done + some.size()),
                    some.stream().mapToLong(Own::micros).toArray());
        }
        if (done + end - index == written.events().size()) {
            underway.copied(written, first);
            current = Optional.empty();
        }
        return end;
    }

    private static long micros(StoredEvent event) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, event.recorded());
    }
}
