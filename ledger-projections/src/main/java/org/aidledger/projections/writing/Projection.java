package org.aidledger.projections.writing;

import java.util.List;
import org.aidledger.approval.ApprovalEvent;
import org.aidledger.finding.FindingEvent;
import org.aidledger.fund.FundEvent;
import org.aidledger.projections.table.ReadTable;
import org.aidledger.sample.SampleEvent;
import org.aidledger.snapshot.SnapshotEvent;

/**
 * The writing side of one read model: which rows and facts an event leaves. That depends on nothing
 * but the event, so that it can be done again.
 */
public interface Projection {

    /** The tables that it alone writes. */
    List<ReadTable> tables();

    /** Says what a fund's event leaves. */
    default void on(FundEvent event, Imprint imprint) {}

    /** Says what a finding's event leaves. */
    default void on(FindingEvent event, Imprint imprint) {}

    /** Says what an event of a request for approval leaves. */
    default void on(ApprovalEvent event, Imprint imprint) {}

    /** Says what a snapshot's event leaves. */
    default void on(SnapshotEvent event, Imprint imprint) {}

    /** Says what an event of a sample leaves. */
    default void on(SampleEvent event, Imprint imprint) {}
}
