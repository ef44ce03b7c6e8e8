package org.aidledger.fund;

import static org.hamcrest.CoreMatchers.is;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.event.Outcome;
import org.aidledger.event.PostingId;
import org.aidledger.event.Voucher;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.rejection.Rejection;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/**
 * Given, when, then on the real aggregate, in Axon's own fixture. Commands go under {@link
 * Fund#COMMAND}, as in production; expected events stand under the command's voucher.
 */
final class FundFixture {

    private final List<FundEvent> given = new ArrayList<>();

    /** Events, and lists of events, that happened before. */
    FundFixture given(Object... events) {
        flat(events).forEach(event -> given.add(numbered(event)));
        return this;
    }

    Then when(FundCommand command) {
        return new Then(
                run(new GenericCommandMessage<>(new GenericMessage<>(command), Fund.COMMAND)),
                command.voucher());
    }

    Then when(PostBatch batch) {
        return new Then(
                run(GenericCommandMessage.asCommandMessage(batch)),
                batch.lines().getLast().voucher());
    }

    private ResultValidator<Fund> run(Object message) {
        AggregateTestFixture<Fund> fixture = new AggregateTestFixture<>(Fund.class);
        // It looks into private fields of the JDK's own classes, which Java forbids.
        fixture.setReportIllegalStateChange(false);
        return given.isEmpty()
                ? fixture.givenNoPriorActivity().when(message)
                : fixture.given(given).when(message);
    }

    /** Words give every event the same posting id; each gets its own unless it was named. */
    private FundEvent numbered(FundEvent event) {
        return event.voucher().postingId().equals(Words.UNNAMED)
                ? Words.as("given-" + given.size(), event)
                : event;
    }

    private static Stream<FundEvent> flat(Object... events) {
        return Arrays.stream(events)
                .flatMap(e ->
                        e instanceof List<?> many
                                ? flat(many.toArray())
                                : Stream.of((FundEvent) e));
    }

    /** A refusal with just these values. */
    static Matcher<CommandRejected> rejected(Rejection expected) {
        return new CustomTypeSafeMatcher<>("refused: " + expected) {
            @Override
            protected boolean matchesSafely(CommandRejected actual) {
                return actual.rejection().equals(expected);
            }
        };
    }

    /** What came of it. */
    static final class Then {
        private final ResultValidator<Fund> result;
        private final Voucher voucher;

        private Then(ResultValidator<Fund> result, Voucher voucher) {
            this.result = result;
            this.voucher = voucher;
        }

        Then expectNoEvents() {
            result.expectNoEvents();
            return this;
        }

        Then expectException(Matcher<CommandRejected> refusal) {
            result.expectException(refusal);
            return this;
        }

        /** Just these events, under the command's voucher. */
        Then expectEvents(Object... events) {
            result.expectSuccessfulHandlerExecution();
            result.expectEvents(flat(events).map(e -> Words.under(voucher, e)).toArray());
            return this;
        }

        /** Accepted, with so many events of whatever content. */
        Then expectAccepted(int events) {
            result.expectSuccessfulHandlerExecution();
            result.expectEventsMatching(
                    new CustomTypeSafeMatcher<List<? super EventMessage<?>>>(events + " events") {
                        @Override
                        protected boolean matchesSafely(List<? super EventMessage<?>> actual) {
                            return actual.size() == events;
                        }
                    });
            return this;
        }

        Then expectOutcome(Object outcome) {
            result.expectResultMessagePayloadMatching(is(outcome));
            return this;
        }

        /** The same request was accepted before: success, and nothing new. */
        Then expectRepeated(long firstSequence) {
            result.expectNoEvents();
            return expectOutcome(new Outcome.Accepted(Words.FUND.value(), firstSequence, 0));
        }
    }

    static PostingId posting(String id) {
        return new PostingId(id);
    }
}
