package org.aidledger.payee;

import java.util.List;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Accepted;
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
        long first = state.eventCount();
        List<PayeeEvent> events = state.decide(command);
        events.forEach(AggregateLifecycle::apply);
        String stream = command.stream();
        return events.isEmpty()
                ? new Accepted(
                        stream, state.sequenceOf(command.voucher().postingId()).orElseThrow(), 0)
                : new Accepted(stream, first, events.size());
    }

    @EventSourcingHandler
    void on(PayeeEvent event) {
        id = event.stream();
        state.on(event);
    }
}
