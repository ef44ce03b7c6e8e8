package org.aidledger.axonserver.routing;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.NotStored;
import org.aidledger.event.Outcome;
import org.aidledger.event.OutcomeUnknown;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.rejection.Rejection;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Answers of commands in the form in which they travel, and back. Of what was thrown only that
 * travels which a caller tells apart; the rest arrives as what Axon makes of it.
 */
final class Answers {

    private Answers() {}

    /** A result that is a list: its class is known by itself to nobody. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
    sealed interface Several {

        /** One of each line. */
        record Outcomes(List<Outcome> items) implements Several {}

        /** What would be appended. */
        record Events(List<LedgerEvent> items) implements Several {}
    }

    /** Why a command did not succeed. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    sealed interface Failure {

        /** The ledger refuses it. */
        record Refused(Rejection rejection) implements Failure {}

        /** There is no such aggregate. */
        record NotFound(String stream, String message) implements Failure {}

        /** Somebody else appended in the meantime. */
        record Collided(String message) implements Failure {}

        /** Not now. */
        record Passing(String message) implements Failure {}

        /** Nobody knows. */
        record Unknown(String message) implements Failure {}
    }

    /** The result of a command as it sets out. */
    static CommandResultMessage<?> outbound(CommandResultMessage<?> result) {
        if (result.isExceptional()) {
            Throwable thrown = result.exceptionResult();
            return failure(thrown)
                    .<CommandResultMessage<?>>map(failure ->
                            GenericCommandResultMessage.asCommandResultMessage(
                                    new CommandExecutionException(
                                            String.valueOf(thrown.getMessage()), thrown, failure)))
                    .orElse(result);
        }
        return result.getPayload() instanceof List<?> list
                ? GenericCommandResultMessage.asCommandResultMessage(several(list))
                        .withMetaData(result.getMetaData())
                : result;
    }

    private static Several several(List<?> list) {
        return list.stream().allMatch(Outcome.class::isInstance)
                ? new Several.Outcomes(list.stream().map(Outcome.class::cast).toList())
                : new Several.Events(list.stream().map(LedgerEvent.class::cast).toList());
    }

    private static Optional<Failure> failure(Throwable thrown) {
        return causes(thrown).flatMap(cause -> known(cause).stream()).findFirst();
    }

    private static Optional<Failure> known(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return switch (cause) {
            case CommandRejected e -> Optional.of(new Failure.Refused(e.rejection()));
            case AggregateNotFoundException e ->
                    Optional.of(
                            new Failure.NotFound(
                                    String.valueOf(e.getAggregateIdentifier()), message));
            case ConcurrencyException _ -> Optional.of(new Failure.Collided(message));
            case AggregateStreamCreationException _ -> Optional.of(new Failure.Collided(message));
            case NotStored _ -> Optional.of(new Failure.Passing(message));
            case OutcomeUnknown _ -> Optional.of(new Failure.Unknown(message));
            default -> Optional.empty();
        };
    }

    /** The result as it was before it set out. */
    static CommandResultMessage<?> inbound(CommandResultMessage<?> result) {
        if (result.isExceptional()) {
            return GenericCommandResultMessage.asCommandResultMessage(
                    thrown(result.exceptionResult()));
        }
        return switch (result.getPayload()) {
            case Several.Outcomes(var items) -> with(result, items);
            case Several.Events(var items) -> with(result, items);
            case null, default -> result;
        };
    }

    private static CommandResultMessage<?> with(CommandResultMessage<?> result, List<?> items) {
        return GenericCommandResultMessage.asCommandResultMessage(items)
                .withMetaData(result.getMetaData());
    }

    private static Throwable thrown(Throwable arrived) {
        return causes(arrived)
                .flatMap(cause ->
                        cause instanceof HandlerExecutionException e
                                ? e.<Object>getDetails().stream()
                                : Stream.empty())
                .filter(Failure.class::isInstance)
                .<Throwable>map(details -> thrown((Failure) details))
                .findFirst()
                .orElseGet(() -> withoutAnswer(arrived));
    }

    private static RuntimeException thrown(Failure failure) {
        return switch (failure) {
            case Failure.Refused(var rejection) -> new CommandRejected(rejection);
            case Failure.NotFound(var stream, var message) ->
                    new AggregateNotFoundException(stream, message);
            case Failure.Collided(var message) -> new ConcurrencyException(message);
            case Failure.Passing(var message) -> new NotStored(message);
            case Failure.Unknown(var message) -> new OutcomeUnknown(message);
        };
    }

    /**
     * A command that found no node was handled by nobody, and one whose handler broke was handled.
     * Of any other nobody knows: the node may have died with it.
     */
    private static Throwable withoutAnswer(Throwable arrived) {
        return switch (arrived) {
            case NoHandlerForCommandException e ->
                    new NotStored("no node of the ledger takes commands at present", e);
            case CommandExecutionException e -> e;
            default ->
                    new OutcomeUnknown(
                            "Axon Server brought no answer to the command: " + arrived.getMessage(),
                            arrived);
        };
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(
                        Optional.of(thrown),
                        Optional::isPresent,
                        cause -> cause.map(Throwable::getCause))
                .flatMap(Optional::stream);
    }
}
