package org.aidledger.event;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The stored events, read in order. Every event store offers this beside its appends. */
public interface EventLog {

    /** The largest position stored, or -1 if there is no event. */
    long head();

    /** The number of events stored. */
    long count();

    /**
     * Events after a position, in order.
     *
     * @param after position already seen; -1 for all
     * @param limit at most this many
     */
    List<Recorded<LedgerEvent>> after(long after, int limit);

    /** The events at some positions, in order; what is not stored is left out. */
    List<Recorded<LedgerEvent>> at(Collection<Long> positions);

    /** Calls the reader with every event of one stream, in its order. */
    void readStream(String stream, Consumer<Recorded<LedgerEvent>> reader);

    /** Events of one stream from a sequence on, in order, at most {@code limit}. */
    List<Recorded<LedgerEvent>> ofStream(String stream, long fromSequence, int limit);
}
