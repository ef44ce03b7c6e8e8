package org.aidledger.projections.processor;

import java.time.Instant;
import java.util.List;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;

/** Hears which events are in the read tables, right after they came there. */
public interface BatchListener {

    /**
     * A batch is committed. Whoever listens is quick, and does not fail.
     *
     * @param began when its first event was read
     */
    void stored(List<Recorded<LedgerEvent>> batch, Instant began, Instant ended);
}
