package org.aidledger.projections.writing;

import java.util.List;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;

/** The writing side of one read model: which facts an event leaves in its tables. */
public interface Projection {

    /** The tables it alone writes. */
    List<ReadTable> tables();

    /** Adds the rows of one event. Depends on nothing but the event. */
    void on(Recorded<? extends LedgerEvent> event, Rows rows);
}
