package org.aidledger.finding;

import org.aidledger.event.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The finding as Axon's aggregate: hands commands to {@link FindingState}. */
@AggregateRoot
public class Finding {

    /** Name under which every {@link FindingCommand} is sent, whatever its class. */
    public static final String COMMAND = "finding.command";

    /** Read by Axon. */
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private final FindingState state = new FindingState();

    @CommandHandler(commandName = COMMAND)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(FindingCommand command) {
        return state.take(
                command,
                command.stream(),
                command.voucher().postingId(),
                AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(FindingEvent event) {
        id = event.stream();
        state.on(event);
    }
}
