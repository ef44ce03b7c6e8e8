package org.aidledger.approval;

import org.aidledger.event.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The request for approval as Axon's aggregate: hands commands to {@link ApprovalState}. */
@AggregateRoot
public class Approval {

    /** Name under which every {@link ApprovalCommand} is sent, whatever its class. */
    public static final String COMMAND = "approval.command";

    /** Read by Axon. */
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private final ApprovalState state = new ApprovalState();

    @CommandHandler(commandName = COMMAND)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(ApprovalCommand command) {
        return state.take(
                command,
                command.stream(),
                command.voucher().postingId(),
                AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(ApprovalEvent event) {
        id = event.stream();
        state.on(event);
    }
}
