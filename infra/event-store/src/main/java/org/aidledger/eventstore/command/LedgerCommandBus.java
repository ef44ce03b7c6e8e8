package org.aidledger.eventstore.command;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.aidledger.eventstore.append.Appender;
import org.aidledger.rejection.CommandRejected;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Has a command handled on the caller's thread, without a transaction or a connection, and answers
 * when what the answer rests on is durable. By then the aggregate's lock is long free.
 */
public final class LedgerCommandBus extends SimpleCommandBus {

    private final Appender appender;
    private final Duration patience;
    private final BiConsumer<CommandMessage<?>, CommandResultMessage<?>> settled;

    /**
     * @param patience how long an answer waits for the database
     * @param settled is told of each result before whoever asked, as soon as it is durable
     */
    public LedgerCommandBus(
            Builder parts,
            Appender appender,
            Duration patience,
            BiConsumer<CommandMessage<?>, CommandResultMessage<?>> settled) {
        super(parts);
        this.appender = appender;
        this.patience = patience;
        this.settled = settled;
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        Footing footing = new Footing(patience);
        MessageHandler<CommandMessage<?>> guarded =
                message -> {
                    appender.requireRoom(); // before a history is read in vain
                    footing.carryIn(CurrentUnitOfWork.get());
                    return handler.handle(message);
                };
        super.<C, R>handle(
                command, guarded, (c, result) -> callback.onResult(c, held(footing, c, result)));
    }

    private <R> CommandResultMessage<? extends R> held(
            Footing footing, CommandMessage<?> command, CommandResultMessage<? extends R> result) {
        try {
            footing.hold();
            if (isRefusal(result)) {
                footing.requireUpToDate();
            }
            settled.accept(command, result);
            return result;
        } catch (RuntimeException e) {
            // A refusal that rests on nothing gives way; it may be the cause of nothing.
            Optional.of(result)
                    .filter(CommandResultMessage::isExceptional)
                    .ifPresent(refusal -> e.addSuppressed(refusal.exceptionResult()));
            return GenericCommandResultMessage.asCommandResultMessage(e);
        }
    }

    private static boolean isRefusal(CommandResultMessage<?> result) {
        return result.isExceptional() && result.exceptionResult() instanceof CommandRejected;
    }
}
