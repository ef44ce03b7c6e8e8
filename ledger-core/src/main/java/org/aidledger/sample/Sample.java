package org.aidledger.sample;

import org.aidledger.event.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The sample as Axon's aggregate: hands commands to {@link SampleState}. */
@AggregateRoot
public class Sample {

    /** Name under which every {@link SampleCommand} is sent, whatever its class. */
    public static final String COMMAND = "sample.command";

    /** Read by Axon. */
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private final SampleState state = new SampleState();

    @CommandHandler(commandName = COMMAND)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(SampleCommand command) {
        return state.take(
                command,
                command.stream(),
                command.voucher().postingId(),
                AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(SampleEvent event) {
        id = event.stream();
        state.on(event);
    }
}
