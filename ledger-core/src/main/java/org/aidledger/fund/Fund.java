package org.aidledger.fund;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Refused;
import org.aidledger.fund.PostBatch.BatchMode;
import org.aidledger.memory.MemoryReader;
import org.aidledger.memory.MemoryWriter;
import org.aidledger.rejection.CommandRejected;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The fund as Axon's aggregate: hands commands to {@link FundState} and applies its events. */
@AggregateRoot
public class Fund {

    /** Name under which every {@link FundCommand} is sent, whatever its class. */
    public static final String COMMAND = "fund.command";

    /** Read by Axon. */
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private final FundState state = new FundState();

    @CommandHandler(commandName = COMMAND)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(FundCommand command) {
        return accept(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outcome> handle(PostBatch batch) {
        List<Outcome> outcomes = new ArrayList<>();
        for (FundCommand line : batch.lines()) {
            try {
                outcomes.add(accept(line));
            } catch (CommandRejected e) {
                if (batch.mode() == BatchMode.ATOMIC) {
                    throw FundState.refused(
                            new RequestRefused.BatchRefused(outcomes.size() + 1, e.rejection()));
                }
                outcomes.add(new Refused(e.rejection()));
            }
        }
        return outcomes;
    }

    @CommandHandler
    List<FundEvent> handle(Foresee question) {
        return state.decide(question.command());
    }

    private Outcome accept(FundCommand command) {
        return state.take(
                command,
                command.fund().value(),
                command.voucher().postingId(),
                AggregateLifecycle::apply);
    }

    /** All that it remembers, for a snapshot; {@link #remembering} makes the same fund of it. */
    public byte[] memory() {
        MemoryWriter out = new MemoryWriter();
        out.optional(Optional.ofNullable(id), out::text);
        state.write(out);
        return out.toBytes();
    }

    /**
     * The fund that remembered this.
     *
     * @throws RuntimeException if this code did not write it
     */
    public static Fund remembering(byte[] memory) {
        MemoryReader in = new MemoryReader(memory);
        Fund fund = new Fund();
        in.optional(in::text).ifPresent(id -> fund.id = id);
        fund.state.read(in);
        in.requireEnd();
        return fund;
    }

    @EventSourcingHandler
    void on(FundEvent event) {
        id = event.fund().value();
        state.on(event);
    }
}
