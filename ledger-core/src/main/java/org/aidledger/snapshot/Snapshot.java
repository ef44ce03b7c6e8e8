package org.aidledger.snapshot;

import org.aidledger.event.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A snapshot as Axon's aggregate: hands commands to {@link SnapshotState}. */
@AggregateRoot
public class Snapshot {

    /** Name under which every {@link SnapshotCommand} is sent, whatever its class. */
    public static final String COMMAND = "snapshot.command";

    /** Read by Axon. */
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private final SnapshotState state = new SnapshotState();

    @CommandHandler(commandName = COMMAND)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(SnapshotCommand command) {
        return state.take(
                command,
                command.stream(),
                command.voucher().postingId(),
                AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(SnapshotEvent event) {
        id = event.stream();
        state.on(event);
    }
}
