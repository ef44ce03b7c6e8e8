package org.aidledger.event;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.aidledger.event.Outcome.Accepted;

/**
 * What one aggregate remembers, as its own events made it, and what it decides from that. Knows no
 * framework, clock or storage.
 *
 * @param <C> commands
 * @param <E> events
 */
public interface Decider<C, E> {

    /**
     * What a command leads to. Empty if the same request was accepted before.
     *
     * @throws org.aidledger.rejection.CommandRejected if it is refused
     */
    List<E> decide(C command);

    /** Remembers an event. */
    void on(E event);

    /** How many events there were. */
    long eventCount();

    /** The sequence of the first event of a request, if it was accepted. */
    Optional<Long> sequenceOf(PostingId request);

    /**
     * Decides a command and appends what it leads to.
     *
     * @param append remembers each event, too
     * @throws org.aidledger.rejection.CommandRejected if it is refused; then nothing was appended
     */
    default Outcome take(C command, String stream, PostingId request, Consumer<Object> append) {
        long first = eventCount();
        List<E> events = decide(command);
        events.forEach(append);
        return events.isEmpty()
                ? new Accepted(stream, sequenceOf(request).orElseThrow(), 0)
                : new Accepted(stream, first, events.size());
    }
}
