package org.aidledger.eventstore.snapshot;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.Snapshotter;

/** Counts the events of one aggregate since its last snapshot, and asks for the next one. */
final class TailTrigger implements SnapshotTrigger {

    private final Class<?> type;
    private final Snapshotter snapshotter;
    private final SnapshotRule rule;
    private long tail;

    TailTrigger(Class<?> type, Snapshotter snapshotter, SnapshotRule rule) {
        this.type = type;
        this.snapshotter = snapshotter;
        this.rule = rule;
    }

    @Override
    public void eventHandled(EventMessage<?> message) {
        if (type.isInstance(message.getPayload())) {
            tail = 0; // this was the snapshot
        } else if (message instanceof DomainEventMessage<?> event
                && rule.isDue(++tail, event.getSequenceNumber())) {
            tail = 0;
            snapshotter.scheduleSnapshot(type, event.getAggregateIdentifier());
        }
    }

    @Override
    public void initializationFinished() {
        // The tail that was read counts as much as what is added to it.
    }
}
