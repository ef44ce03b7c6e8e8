package org.aidledger.eventstore.payee;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.aidledger.approval.ApprovalCommand.RequestApproval;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.fund.Foresee;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.MoneyCommand.Payment;
import org.aidledger.fund.PostBatch;
import org.aidledger.payee.Payee;
import org.aidledger.payee.PayeeCommand.ErasePayee;
import org.aidledger.payee.PayeeEvent;
import org.aidledger.payee.PayeeEvent.PayeeErased;
import org.aidledger.payee.PayeeRejection.PayeeNamed;
import org.aidledger.payee.PayeeRejection.PayeeUnknown;
import org.aidledger.payee.Payees.Erasure;
import org.aidledger.payee.Pseudonym;
import org.aidledger.rejection.CommandRejected;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/**
 * Every command passes here before anybody decides on it, whichever way it came: pseudonyms take
 * the place of names. And every erasure passes here again when its event is durable: then the name
 * goes.
 */
public final class PayeeDesk implements MessageDispatchInterceptor<CommandMessage<?>> {

    private final Vault vault;
    private final EventLog log;

    /** Makes up for erasures that a crash cut off between the event and the name. */
    public PayeeDesk(Vault vault, EventLog log) {
        this.vault = vault;
        this.log = log;
        vault.leaving().forEach(this::finish);
    }

    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> commands) {
        return (_, command) -> sealed(command);
    }

    private CommandMessage<?> sealed(CommandMessage<?> message) {
        Object command = message.getPayload();
        Object sealed =
                switch (command) {
                    case Payment c -> sealed(c, vault::pseudonyms);
                    case PostBatch c -> sealed(c);
                    case RequestApproval c ->
                            c.command() instanceof Payment payment
                                    ? new RequestApproval(sealed(payment, vault::pseudonyms))
                                    : c;
                    // A question leaves no trace: who is not there yet stays as named.
                    case Foresee c ->
                            c.command() instanceof Payment payment
                                    ? new Foresee(sealed(payment, vault::find))
                                    : c;
                    case ErasePayee c -> leaving(c);
                    default -> command;
                };
        return sealed.equals(command)
                ? message
                : new GenericCommandMessage<>(
                        new GenericMessage<>(
                                message.getIdentifier(), sealed, message.getMetaData()),
                        message.getCommandName());
    }

    private static Payment sealed(
            Payment command, Function<Collection<String>, Map<String, Pseudonym>> pseudonyms) {
        return command.payee().isNamed()
                ? sealed(command, pseudonyms.apply(List.of(command.payee().text())))
                : command;
    }

    private static Payment sealed(Payment command, Map<String, Pseudonym> pseudonyms) {
        return Optional.ofNullable(pseudonyms.get(command.payee().text()))
                .map(pseudonym -> command.to(Payee.of(pseudonym)))
                .orElse(command);
    }

    private PostBatch sealed(PostBatch batch) {
        Set<String> names = new HashSet<>();
        for (FundCommand line : batch.lines()) {
            if (line instanceof Payment payment && payment.payee().isNamed()) {
                names.add(payment.payee().text());
            }
        }
        if (names.isEmpty()) {
            return batch;
        }
        Map<String, Pseudonym> pseudonyms = vault.pseudonyms(names);
        return new PostBatch(
                batch.fund(),
                batch.mode(),
                batch.lines().stream()
                        .map(line ->
                                line instanceof Payment payment
                                        ? sealed(payment, pseudonyms)
                                        : line)
                        .toList());
    }

    /** Notes that the payee is about to go; the event that is to come must not name them. */
    private ErasePayee leaving(ErasePayee command) {
        if (vault.known(List.of(command.payee())).isEmpty()) {
            throw new CommandRejected(new PayeeUnknown(command.payee()));
        }
        String name = vault.names(List.of(command.payee())).getOrDefault(command.payee(), "");
        if (!name.isEmpty()
                && (command.reason().contains(name) || command.voucher().note().contains(name))) {
            throw new CommandRejected(new PayeeNamed(command.payee()));
        }
        vault.leaving(command.payee());
        return command;
    }

    /**
     * To be told of each result as soon as it rests on what is durable; then an erased name is
     * removed.
     */
    public void settled(CommandMessage<?> message, CommandResultMessage<?> result) {
        boolean known =
                !result.isExceptional() || result.exceptionResult() instanceof CommandRejected;
        if (message.getPayload() instanceof ErasePayee command && known) {
            finish(command.payee());
        }
    }

    private void finish(Pseudonym payee) {
        log.ofStream(PayeeEvent.stream(payee), 0, 1).stream()
                .findFirst()
                .flatMap(PayeeDesk::erasure)
                .ifPresentOrElse(vault::erase, () -> vault.stays(payee));
    }

    private static Optional<Erasure> erasure(Recorded<LedgerEvent> stored) {
        return stored.event() instanceof PayeeErased e
                ? Optional.of(
                        new Erasure(
                                e.payee(),
                                e.voucher().postingId(),
                                stored.recorded(),
                                e.voucher().actor(),
                                e.reason()))
                : Optional.empty();
    }
}
