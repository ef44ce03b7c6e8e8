package org.aidledger.projections.writing;

import java.util.List;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingEvent;
import org.aidledger.fund.FundEvent;

/**
 * The writing side of one read model: which facts an event leaves in its tables. What it adds
 * depends on nothing but the event, so that it can be done again.
 */
public interface Projection {

    /** The tables that it alone writes. */
    List<ReadTable> tables();

    /**
     * Adds the rows of a fund's event.
     *
     * @param at the event as stored
     */
    default void on(FundEvent event, Recorded<? extends LedgerEvent> at, Rows rows) {}

    /**
     * Adds the rows of a finding's event.
     *
     * @param at the event as stored
     */
    default void on(FindingEvent event, Recorded<? extends LedgerEvent> at, Rows rows) {}
}
