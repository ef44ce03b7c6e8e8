package org.aidledger.api.command;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.aidledger.api.outage.DatabaseAway;
import org.aidledger.approval.Approval;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.event.NotStored;
import org.aidledger.event.Outcome;
import org.aidledger.finding.Finding;
import org.aidledger.finding.FindingCommand;
import org.aidledger.fund.Foresee;
import org.aidledger.fund.Fund;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.RequestRefused;
import org.aidledger.payee.PayeeCommand;
import org.aidledger.payee.PayeeFile;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.rejection.Rejection;
import org.aidledger.sample.Sample;
import org.aidledger.sample.SampleCommand;
import org.aidledger.snapshot.Snapshot;
import org.aidledger.snapshot.SnapshotCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Sends commands through Axon, in this process or to whichever node its bus knows. */
final class GatewaySink implements CommandSink {

    private final CommandGateway gateway;

    GatewaySink(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public Outcome send(FundCommand command) {
        return one(Fund.COMMAND, command);
    }

    @Override
    public Outcome send(FindingCommand command) {
        return one(Finding.COMMAND, command);
    }

    @Override
    public Outcome send(ApprovalCommand command) {
        return one(Approval.COMMAND, command);
    }

    @Override
    public Outcome send(PayeeCommand command) {
        return one(PayeeFile.COMMAND, command);
    }

    @Override
    public Outcome send(SnapshotCommand command) {
        return one(Snapshot.COMMAND, command);
    }

    @Override
    public Outcome send(SampleCommand command) {
        return one(Sample.COMMAND, command);
    }

    @Override
    public Foreseen foresee(FundCommand command) {
        Foresee question = new Foresee(command);
        try {
            return new Foreseen(
                    attempt(() -> gateway.sendAndWait(message(Foresee.class.getName(), question))),
                    Optional.empty());
        } catch (CommandRejected e) {
            return new Foreseen(List.of(), Optional.of(e.rejection()));
        } catch (AggregateNotFoundException _) {
            return new Foreseen(
                    List.of(), Optional.of(new RequestRefused.FundUnknown(command.fund())));
        }
    }

    @Override
    public List<Outcome> send(PostBatch batch) {
        try {
            return attempt(() -> gateway.sendAndWait(message(PostBatch.class.getName(), batch)));
        } catch (CommandRejected e) {
            return forEveryLine(batch, e.rejection());
        } catch (AggregateNotFoundException _) {
            return forEveryLine(batch, new RequestRefused.FundUnknown(batch.fund()));
        }
    }

    private static List<Outcome> forEveryLine(PostBatch batch, Rejection rejection) {
        return Collections.nCopies(batch.lines().size(), new Outcome.Refused(rejection));
    }

    private Outcome one(String name, Object command) {
        try {
            return attempt(() -> gateway.sendAndWait(message(name, command)));
        } catch (CommandRejected e) {
            return new Outcome.Refused(e.rejection());
        }
    }

    private static CommandMessage<?> message(String name, Object command) {
        return new GenericCommandMessage<>(new GenericMessage<>(command), name);
    }

    /** The gateway tried again by itself where another node wrote first. */
    private static <R> R attempt(Supplier<R> dispatch) {
        try {
            return dispatch.get();
        } catch (RuntimeException e) {
            rejection(e)
                    .ifPresent(rejection -> {
                        throw new CommandRejected(rejection);
                    });
            if (isPassing(e)) {
                throw new LedgerBusy("The ledger could not take the command just now.", e);
            }
            throw e;
        }
    }

    /** A remote bus carries the rejection as details of its own exception. */
    private static Optional<Rejection> rejection(Throwable thrown) {
        return DatabaseAway.causes(thrown)
                .<Rejection>mapMulti((cause, found) -> {
                    if (cause instanceof CommandRejected rejected) {
                        found.accept(rejected.rejection());
                    }
                    if (cause instanceof HandlerExecutionException remote
                            && remote.getDetails().orElse(remote) instanceof Rejection details) {
                        found.accept(details);
                    }
                })
                .findFirst();
    }

    private static boolean isPassing(Throwable thrown) {
        return DatabaseAway.isBehind(thrown)
                || DatabaseAway.causes(thrown)
                        .anyMatch(cause ->
                                cause instanceof NotStored
                                        || cause instanceof ConcurrencyException
                                        || cause instanceof AggregateStreamCreationException);
    }
}
