package org.aidledger.eventstore.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.aidledger.embedded.Eventually;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.eventstore.Given;
import org.aidledger.eventstore.HeldHead;
import org.aidledger.eventstore.TestLedger;
import org.aidledger.eventstore.append.Appender;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.MoneyCommand.ReturnFunds;
import org.aidledger.money.Money;
import org.aidledger.rejection.CommandRejected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands on one fund while what the ones before them decided is not durable yet. */
class PipeliningTest {

    private static final FundId FUND = new FundId("f");

    private final TestLedger ledger = TestLedger.start();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void open() {
        ledger.send(Given.open(FUND));
        ledger.send(Given.receive(FUND, "r-0", "1.00"));
    }

    @AfterEach
    void stop() {
        callers.close();
        ledger.close();
    }

    @Test
    void manyCommandsOnOneFundShareACommitAndEachHasItsOwnAnswer() {
        List<CompletableFuture<Outcome>> answers = new ArrayList<>();
        try (HeldHead head = HeldHead.of(ledger.database())) {
            answers.add(send(Given.receive(FUND, "first", "1.00")));
            head.awaitWriter();
            for (int i = 0; i < 40; i++) {
                answers.add(send(Given.receive(FUND, "r-" + (i + 1), "1.00")));
            }
            awaitWaiting(40);
            assertThat(answers).noneMatch(CompletableFuture::isDone);
        }
        assertThat(answers.stream().map(a -> ((Accepted) a.join()).firstSequence()).sorted())
                .isEqualTo(LongStream.rangeClosed(2, 42).boxed().toList());
        assertThat(
                        ledger.jdbc()
                                .sql(
                                        """
                                        select count(distinct xmin::text) from ledger.events
                                        where sequence > 2
                                        """)
                                .query(Integer.class)
                                .single())
                .isOne();
    }

    @Test
    void theSameRequestAgainIsNotAnsweredBeforeTheFirstIsDurable() {
        CompletableFuture<Outcome> first;
        CompletableFuture<Outcome> again;
        try (HeldHead head = HeldHead.of(ledger.database())) {
            first = send(Given.receive(FUND, "r-1", "1.00"));
            head.awaitWriter();
            again = send(Given.receive(FUND, "r-1", "1.00"));
            assertStillWaiting(again);
        }
        assertThat(first.join()).isEqualTo(new Accepted("f", 2, 1));
        assertThat(again.join()).isEqualTo(new Accepted("f", 2, 0));
    }

    @Test
    void aRefusalIsNotSpokenBeforeWhatItRestsOnIsDurable() {
        CompletableFuture<Outcome> refused;
        try (HeldHead head = HeldHead.of(ledger.database())) {
            var _ = send(giveBack("g-1", "1.00"));
            head.awaitWriter();
            refused = send(giveBack("g-2", "1.00"));
            assertStillWaiting(refused);
        }
        assertThatThrownBy(refused::join).hasCauseInstanceOf(CommandRejected.class);
    }

    /**
     * Another node received money in the meantime: what was refused is covered after all. Nobody
     * had an answer yet, so the three may be decided again in any order.
     */
    @Test
    void whatWasDecidedOnEventsThatWereNotStoredIsDecidedAgain() {
        CompletableFuture<Outcome> first;
        CompletableFuture<Outcome> wouldBeRefused;
        CompletableFuture<Outcome> builtOnIt;
        try (HeldHead head = HeldHead.of(ledger.database())) {
            head.appendCopy("f", 1, "r-0\"", "elsewhere\"");
            first = send(giveBack("g-1", "1.00"));
            head.awaitWriter();
            wouldBeRefused = send(giveBack("g-2", "1.00"));
            assertStillWaiting(wouldBeRefused);
            builtOnIt = send(Given.receive(FUND, "r-1", "5.00"));
            awaitWaiting(1);
        }
        assertThat(List.of(first.join(), builtOnIt.join(), wouldBeRefused.join()))
                .extracting(outcome -> ((Accepted) outcome).firstSequence())
                .containsExactlyInAnyOrder(3L, 4L, 5L);
        assertThat(ledger.log().ofStream("f", 0, 10))
                .extracting(r -> r.event().voucher().postingId().value())
                .startsWith("open-f", "r-0", "elsewhere")
                .contains("r-1", "g-1", "g-2")
                .hasSize(6);
    }

    private CompletableFuture<Outcome> send(FundCommand command) {
        return CompletableFuture.supplyAsync(() -> ledger.send(command), callers);
    }

    private void awaitWaiting(int events) {
        Eventually.await(
                events + " events wait", () -> ledger.bean(Appender.class).waiting() == events);
    }

    private static void assertStillWaiting(CompletableFuture<?> answer) {
        assertThatThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
    }

    private static ReturnFunds giveBack(String postingId, String amount) {
        return new ReturnFunds(FUND, Given.voucher(postingId), Money.of(amount, "CNY"));
    }
}
