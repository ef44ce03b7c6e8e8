package org.aidledger.payee;

import org.aidledger.event.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A payee as Axon's aggregate: hands commands to {@link PayeeState}. */
@AggregateRoot(type = "Payee")
public class PayeeFile {

    /** Name under which every {@link PayeeCommand} is sent, whatever its class. */
    public static final String COMMAND = "payee.command";

    /** Read by Axon. */
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private final PayeeState state = new PayeeState();

    @CommandHandler(commandName = COMMAND)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(PayeeCommand command) {
        return state.take(
                command,
                command.stream(),
                command.voucher().postingId(),
                AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(PayeeEvent event) {
        id = event.stream();
        state.on(event);
    }
}
