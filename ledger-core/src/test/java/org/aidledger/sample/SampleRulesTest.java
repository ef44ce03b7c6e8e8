package org.aidledger.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.event.AsOf;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.PostingId;
import org.aidledger.event.RequestReused;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Portion;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.rejection.Rejection;
import org.aidledger.sample.SampleCommand.CloseSample;
import org.aidledger.sample.SampleCommand.DrawSample;
import org.aidledger.sample.SampleCommand.NoteItem;
import org.aidledger.sample.SampleCommand.TickItem;
import org.aidledger.sample.SampleEvent.ItemNoted;
import org.aidledger.sample.SampleEvent.ItemTicked;
import org.aidledger.sample.SampleEvent.SampleClosed;
import org.aidledger.sample.SampleEvent.SampleDrawn;
import org.aidledger.sample.SampleRejection.ItemNotDrawn;
import org.aidledger.sample.SampleRejection.ItemsLeft;
import org.aidledger.sample.SampleRejection.MisstatementExceeded;
import org.aidledger.sample.SampleRejection.SampleExists;
import org.aidledger.sample.SampleRejection.SampleIsClosed;
import org.aidledger.sample.SampleRejection.SampleUnknown;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** Samples: drawn once, marked item by item, closed when nothing is left. */
class SampleRulesTest {

    private static final FundId FUND = new FundId("ZJ-AKS-2024");
    private static final SampleId ID = new SampleId("S-1");
    private static final LocalDate DAY = LocalDate.of(2024, 7, 1);
    private static final AsOf AT =
            new AsOf(LocalDate.of(2024, 6, 30), Instant.parse("2024-07-01T00:00:00Z"));
    private static final Population POPULATION =
            new Population(
                    Denomination.of("CNY"),
                    List.of(member(3, "100.00"), member(5, "50.00"), member(8, "400.00")));
    private static final Design BOTH = new Design.Random(2);
    private static final Drawn DRAWN =
            new Drawn(
                    BOTH.algorithm(),
                    3,
                    cny("550.00"),
                    POPULATION.digest(),
                    cny("0.00"),
                    List.of(item(3, "100.00"), item(8, "400.00")));
    private static final SampleDrawn DREW =
            new SampleDrawn(
                    ID, voucher("draw"), FUND, AT, PopulationKind.PAYMENTS, BOTH, "seed", DRAWN);
    private static final ItemTicked AGREED = ticked("t-3", 3, Mark.AGREED, new Portion.Whole());
    private static final ItemTicked HALF =
            ticked("t-8", 8, Mark.EXCEPTION, new Portion.Exactly(cny("200.00")));
    private static final SampleClosed CLOSED =
            new SampleClosed(
                    ID,
                    voucher("close"),
                    FUND,
                    "one of two",
                    new Result(2, 2, 1, cny("200.00"), cny("300.00")));

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    private static Population.Member member(long position, String amount) {
        return new Population.Member(position, new PostingId("p-" + position), cny(amount));
    }

    private static Item item(long position, String amount) {
        return new Item(position, new PostingId("p-" + position), cny(amount), 1);
    }

    private static Voucher voucher(String id) {
        return Voucher.of(id, DAY, "审计员");
    }

    private static ItemTicked ticked(String id, long position, Mark mark, Portion misstated) {
        return new ItemTicked(ID, voucher(id), FUND, position, mark, misstated, "", "");
    }

    private static TickItem tick(String id, long position, Mark mark, Portion misstated) {
        return new TickItem(ID, voucher(id), position, mark, misstated, "", "");
    }

    private static TickItem wrong(String amount) {
        return tick("t-8", 8, Mark.EXCEPTION, new Portion.Exactly(cny(amount)));
    }

    private static DrawSample draw(String id, Design design) {
        return new DrawSample(
                ID, voucher(id), FUND, AT, PopulationKind.PAYMENTS, design, "seed", DRAWN);
    }

    private static CloseSample close() {
        return new CloseSample(ID, voucher("close"), "one of two");
    }

    private static ResultValidator<Sample> after(SampleCommand command, Object... given) {
        AggregateTestFixture<Sample> fixture = new AggregateTestFixture<>(Sample.class);
        fixture.setReportIllegalStateChange(false);
        var message = new GenericCommandMessage<>(new GenericMessage<>(command), Sample.COMMAND);
        return given.length == 0
                ? fixture.givenNoPriorActivity().when(message)
                : fixture.given(given).when(message);
    }

    private static Matcher<CommandRejected> rejected(Rejection expected) {
        return new CustomTypeSafeMatcher<>("refused: " + expected) {
            @Override
            protected boolean matchesSafely(CommandRejected actual) {
                return actual.rejection().equals(expected);
            }
        };
    }

    @Test
    void keepsWhatWasDrawn() {
        after(draw("draw", BOTH)).expectEvents(DREW);
    }

    @Test
    void aSampleIsDrawnOnce() {
        after(draw("draw", BOTH), DREW)
                .expectNoEvents()
                .expectResultMessagePayload(new Accepted("sample:" + ID, 0, 0));
        after(draw("draw", new Design.Random(3)), DREW)
                .expectException(
                        rejected(new RequestReused(new PostingId("draw"), List.of("design"))));
        after(draw("again", BOTH), DREW).expectException(rejected(new SampleExists(ID)));
    }

    @Test
    void whatIsDrawnBelongsToTheDesign() {
        assertThatThrownBy(() -> draw("draw", new Design.MonetaryUnit(cny("1.00"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itemsOfTheSampleAreMarked() {
        after(tick("t-3", 3, Mark.AGREED, new Portion.Whole()), DREW).expectEvents(AGREED);
        after(tick("t-5", 5, Mark.AGREED, new Portion.Whole()), DREW)
                .expectNoEvents()
                .expectException(rejected(new ItemNotDrawn(ID, 5)));
        after(new NoteItem(ID, voucher("n"), 8, "papers asked for"), DREW)
                .expectEvents(new ItemNoted(ID, voucher("n"), FUND, 8, "papers asked for"));
        after(new NoteItem(ID, voucher("n"), 9, "papers asked for"), DREW)
                .expectException(rejected(new ItemNotDrawn(ID, 9)));
    }

    @Test
    void nothingIsMarkedBeforeItIsDrawn() {
        after(tick("t-3", 3, Mark.AGREED, new Portion.Whole()))
                .expectException(rejected(new SampleUnknown(ID)));
        after(close()).expectException(rejected(new SampleUnknown(ID)));
    }

    @Test
    void noMoreOfAPostingIsWrongThanThereIs() {
        after(wrong("400.00"), DREW)
                .expectEvents(ticked("t-8", 8, Mark.EXCEPTION, new Portion.Exactly(cny("400.00"))));
        after(wrong("400.01"), DREW)
                .expectException(
                        rejected(new MisstatementExceeded(ID, cny("400.01"), cny("400.00"))));
        after(wrong("0.01"), DREW)
                .expectEvents(ticked("t-8", 8, Mark.EXCEPTION, new Portion.Exactly(cny("0.01"))));
        after(wrong("0.00"), DREW)
                .expectException(
                        rejected(new MisstatementExceeded(ID, cny("0.00"), cny("400.00"))));
    }

    @Test
    void aSampleIsClosedWhenEveryItemHasAMark() {
        after(close(), DREW, AGREED).expectException(rejected(new ItemsLeft(ID, 1, 8)));
        after(close(), DREW, AGREED, HALF).expectEvents(CLOSED);
        after(wrong("1.00"), DREW, AGREED, HALF, CLOSED)
                .expectException(
                        rejected(new RequestReused(new PostingId("t-8"), List.of("misstated"))));
        after(tick("late", 8, Mark.AGREED, new Portion.Whole()), DREW, AGREED, HALF, CLOSED)
                .expectException(rejected(new SampleIsClosed(ID)));
    }

    @Test
    void theLastWordOnAnItemCounts() {
        ItemTicked corrected = ticked("t-8b", 8, Mark.NOT_APPLICABLE, new Portion.Whole());
        after(close(), DREW, AGREED, HALF, corrected)
                .expectEvents(
                        new SampleClosed(
                                ID,
                                voucher("close"),
                                FUND,
                                "one of two",
                                new Result(2, 1, 0, cny("0.00"), cny("0.00"))));
    }

    /** Half of a posting of 400 at an interval of 500 stands for 250; all of one of 600 for 600. */
    @Test
    void moneyIsProjectedByItsShareOfThePosting() {
        Design design = new Design.MonetaryUnit(cny("500.00"));
        Drawn drawn =
                new Drawn(
                        design.algorithm(),
                        9,
                        cny("5000.00"),
                        "0",
                        cny("1.00"),
                        List.of(item(8, "400.00"), item(9, "600.00")));
        SampleState state = new SampleState();
        state.on(
                new SampleDrawn(
                        ID, voucher("d"), FUND, AT, PopulationKind.PAYMENTS, design, "s", drawn));
        state.on(HALF);
        state.on(ticked("t-9", 9, Mark.EXCEPTION, new Portion.Whole()));
        assertThat(state.result()).contains(new Result(2, 2, 2, cny("800.00"), cny("850.00")));
    }

    /** However little was examined, not more than everything can be wrong. */
    @Test
    void aProjectionIsAtMostThePopulation() {
        SampleState state = new SampleState();
        state.on(DREW);
        state.on(ticked("t-8", 8, Mark.EXCEPTION, new Portion.Whole()));
        assertThat(state.result()).contains(new Result(2, 1, 1, cny("400.00"), cny("550.00")));
    }
}
