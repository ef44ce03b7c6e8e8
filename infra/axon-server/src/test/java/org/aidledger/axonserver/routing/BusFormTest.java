package org.aidledger.axonserver.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.NotStored;
import org.aidledger.event.Outcome;
import org.aidledger.event.OutcomeUnknown;
import org.aidledger.event.Recorded;
import org.aidledger.fund.Foresee;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Histories;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;
import org.aidledger.fund.RequestRefused;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.rejection.Rejection;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

/** What nodes tell each other arrives as it was said. */
class BusFormTest {

    private static final int SEEDS = 60;

    private final BusForm form = new BusForm();

    private Object sent(Object said) {
        return form.deserialize(form.serialize(said, byte[].class));
    }

    @Test
    void everyCommandAndRefusalArrivesWhole() {
        Set<Class<?>> met = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            for (Object said : Histories.commandsAndRefusals(seed, 100)) {
                met.add(said.getClass());
                if (said instanceof Rejection rejection) {
                    var failure = new Answers.Failure.Refused(rejection);
                    assertThat(sent(failure)).isEqualTo(failure);
                } else {
                    assertThat(sent(said)).isEqualTo(said);
                }
                if (said instanceof FundCommand command) {
                    assertThat(sent(new Foresee(command))).isEqualTo(new Foresee(command));
                }
            }
        }
        assertThat(met).hasSizeGreaterThan(60);
    }

    @Test
    void batchesAndTheirAnswersArriveWhole() {
        List<FundCommand> lines =
                Histories.commandsAndRefusals(7, 100).stream()
                        .filter(FundCommand.class::isInstance)
                        .map(FundCommand.class::cast)
                        .toList();
        PostBatch batch = new PostBatch(lines.getFirst().fund(), BatchMode.EACH, lines);
        assertThat(sent(batch)).isEqualTo(batch);

        Rejection rejection = new RequestRefused.FundUnknown(new FundId("aksu-2024"));
        List<Outcome> outcomes =
                List.of(
                        new Outcome.Accepted("aksu-2024", 7, 1),
                        new Outcome.Refused(new RequestRefused.BatchRefused(3, rejection)));
        assertThat(arrived(GenericCommandResultMessage.asCommandResultMessage(outcomes)))
                .isEqualTo(outcomes);
        List<LedgerEvent> events = Histories.random(7, 100).stream().map(Recorded::event).toList();
        assertThat(arrived(GenericCommandResultMessage.asCommandResultMessage(events)))
                .isEqualTo(events);
    }

    private Object arrived(CommandResultMessage<?> result) {
        Object said = Answers.outbound(result).getPayload();
        return Answers.inbound(GenericCommandResultMessage.asCommandResultMessage(sent(said)))
                .getPayload();
    }

    /** Thrown at the one node, and what is thrown at the other. */
    private Throwable thrown(Throwable there) {
        CommandResultMessage<?> out =
                Answers.outbound(GenericCommandResultMessage.asCommandResultMessage(there));
        Optional<Object> details =
                out.exceptionResult() instanceof HandlerExecutionException e
                        ? e.getDetails()
                        : Optional.empty();
        return Answers.inbound(
                        GenericCommandResultMessage.asCommandResultMessage(
                                new CommandExecutionException(
                                        "as a bus brings it",
                                        null,
                                        details.map(this::sent).orElse(null))))
                .exceptionResult();
    }

    @Test
    void whatACallerTellsApartArrivesAsWhatItWas() {
        Rejection rejection = new RequestRefused.FundUnknown(new FundId("aksu-2024"));
        assertThat(thrown(new CommandRejected(rejection)))
                .isInstanceOfSatisfying(
                        CommandRejected.class, e -> assertThat(e.rejection()).isEqualTo(rejection));
        assertThat(thrown(new NotStored("full"))).isInstanceOf(NotStored.class).hasMessage("full");
        assertThat(thrown(new OutcomeUnknown("late"))).isInstanceOf(OutcomeUnknown.class);
        assertThat(thrown(new ConcurrencyException("first")))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(thrown(new AggregateNotFoundException("s", "none")))
                .isInstanceOf(AggregateNotFoundException.class);
        assertThat(thrown(new IllegalStateException("a bug")))
                .isInstanceOf(CommandExecutionException.class);
    }

    @Test
    void aCommandWithoutAnAnswerMayHaveBeenStored() {
        assertThat(
                        Answers.inbound(
                                        GenericCommandResultMessage.asCommandResultMessage(
                                                new IllegalStateException("connection lost")))
                                .exceptionResult())
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(
                        Answers.inbound(
                                        GenericCommandResultMessage.asCommandResultMessage(
                                                new NoHandlerForCommandException("nobody")))
                                .exceptionResult())
                .isInstanceOf(NotStored.class);
    }

    @Test
    void nobodyIsLetChooseAnotherClass() {
        assertThatThrownBy(() ->
                        form.deserialize(
                                new SimpleSerializedObject<>(
                                        "{}".getBytes(StandardCharsets.UTF_8),
                                        byte[].class,
                                        "javax.swing.JFrame",
                                        null)))
                .isInstanceOf(SerializationException.class);
    }
}
