package org.aidledger.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.Outcome.Refused;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingCommand.RaiseFinding;
import org.aidledger.finding.FindingId;
import org.aidledger.finding.FindingType;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.MoneyCommand.ReturnFunds;
import org.aidledger.fund.MoneyEvent.FundsReceived;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;
import org.aidledger.fund.RequestRefused.BatchRefused;
import org.aidledger.fund.RequestRefused.FundUnknown;
import org.aidledger.fund.RequestRefused.PostingIdReused;
import org.aidledger.money.Money;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.rejection.Rejection;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** From a command to rows in PostgreSQL. */
class AppendingTest {

    private static final TestLedger LEDGER = TestLedger.start();

    private FundId fund = new FundId("none");

    @AfterAll
    static void stop() {
        LEDGER.close();
    }

    @BeforeEach
    void openFund(TestInfo test) {
        fund = new FundId(test.getTestMethod().orElseThrow().getName());
        LEDGER.send(Given.open(fund));
    }

    @Test
    void anEventIsStoredUnderItsNameAsJson() {
        LEDGER.send(Given.receive(fund, "r-1", "250.00"));

        Map<String, @Nullable Object> row =
                LEDGER.jdbc()
                        .sql(
                                """
                                select name, revision, sequence, type,
                                       convert_from(payload, 'UTF8') payload,
                                       convert_from(metadata, 'UTF8') metadata
                                from ledger.events
                                where stream = ? and sequence = 1
                                """)
                        .param(fund.value())
                        .query()
                        .singleRow();
        assertThat(row)
                .containsEntry("name", "fund.funds-received")
                .containsEntry("revision", "1")
                .containsEntry("type", "Fund")
                .containsEntry("metadata", "{}")
                .containsEntry(
                        "payload",
                        """
                        {"fund":"%s","voucher":{"postingId":"r-1","effective":"2024-03-01",\
                        "actor":"财务处 王芳","approvedBy":[],"documents":[],"note":""},\
                        "amount":"250.00 CNY"}\
                        """
                                .formatted(fund));
    }

    @Test
    void theRecordedInstantKeepsItsMicroseconds() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
        for (int i = 0; i < 20; i++) {
            LEDGER.send(Given.receive(fund, "r-" + i, "1.00"));
        }
        Instant after = Instant.now();

        List<Instant> recorded = stream().stream().skip(1).map(Recorded::recorded).toList();
        assertThat(recorded).isSorted().allMatch(i -> !i.isBefore(before) && !i.isAfter(after));
        assertThat(recorded).allMatch(i -> i.equals(i.truncatedTo(ChronoUnit.MICROS)));
        assertThat(recorded).anyMatch(i -> !i.equals(i.truncatedTo(ChronoUnit.MILLIS)));
    }

    @Test
    void concurrentCommandsOnOneFundAllLandOnceInARow() throws Exception {
        List<Outcome> outcomes =
                inParallel(
                        IntStream.range(0, 200)
                                .mapToObj(i -> Given.receive(fund, "r-" + i, "1.00"))
                                .toList());

        assertThat(outcomes.stream().map(o -> ((Accepted) o).firstSequence()).sorted())
                .isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
        assertThat(stream()).hasSize(201);
        assertThat(stream().stream().map(r -> r.event().voucher().postingId()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameRequestFromManySidesIsTakenOnce() throws Exception {
        List<Outcome> outcomes =
                inParallel(
                        IntStream.range(0, 30)
                                .mapToObj(_ -> Given.receive(fund, "r-1", "1.00"))
                                .toList());

        assertThat(outcomes).allMatch(o -> ((Accepted) o).firstSequence() == 1);
        assertThat(outcomes.stream().filter(o -> !((Accepted) o).repeated())).hasSize(1);
        assertThat(stream()).hasSize(2);
    }

    @Test
    void aPostingIdWithOtherContentIsRefused() {
        LEDGER.send(Given.receive(fund, "r-1", "1.00"));

        assertThatThrownBy(() -> LEDGER.send(Given.receive(fund, "r-1", "2.00")))
                .satisfies(e ->
                        assertThat(rejection(e))
                                .asInstanceOf(type(PostingIdReused.class))
                                .extracting(PostingIdReused::fields)
                                .isEqualTo(List.of("amount")));
        assertThat(stream()).hasSize(2);
    }

    @Test
    void aRefusalLeavesNothingAndTheFundUsable() {
        long head = LEDGER.log().head();

        assertThatThrownBy(() -> LEDGER.send(tooMuch("x"))).isInstanceOf(CommandRejected.class);

        assertThat(LEDGER.log().head()).isEqualTo(head);
        assertThat(LEDGER.send(Given.receive(fund, "r-1", "1.00")))
                .isEqualTo(new Accepted(fund.value(), 1, 1));
    }

    @Test
    void aFundThatIsNotThereIsRefusedAsSuch() {
        FundId nobody = new FundId("nobody");
        assertUnknown(() -> LEDGER.send(Given.receive(nobody, "r-1", "1.00")));
        assertThat(LEDGER.log().ofStream("nobody", 0, 10)).isEmpty();
        LEDGER.send(Given.open(nobody));
        assertThat(LEDGER.log().ofStream("nobody", 0, 10)).hasSize(1);
    }

    @Test
    void anAtomicBatchWithABadLineLeavesNothingAndTheFundUsable() {
        assertThatThrownBy(() ->
                        LEDGER.send(
                                batch(
                                        BatchMode.ATOMIC,
                                        Given.receive(fund, "r-1", "10.00"),
                                        Given.receive(fund, "r-2", "20.00"),
                                        tooMuch("x"))))
                .satisfies(e ->
                        assertThat(rejection(e))
                                .asInstanceOf(type(BatchRefused.class))
                                .extracting(BatchRefused::line)
                                .isEqualTo(3));
        assertThat(stream()).hasSize(1);

        // What the batch had received before its bad line is not there to be returned.
        assertThatThrownBy(() -> LEDGER.send(giveBack("g-1", "10.00")))
                .isInstanceOf(CommandRejected.class);
        assertThat(LEDGER.send(Given.receive(fund, "r-1", "10.00")))
                .isEqualTo(new Accepted(fund.value(), 1, 1));
        assertThat(LEDGER.send(giveBack("g-1", "10.00")))
                .isEqualTo(new Accepted(fund.value(), 2, 1));
    }

    @Test
    void aBatchOfEachKeepsTheGoodLines() {
        List<Outcome> outcomes =
                LEDGER.send(
                        batch(
                                BatchMode.EACH,
                                Given.receive(fund, "r-1", "10.00"),
                                tooMuch("x"),
                                Given.receive(fund, "r-1", "10.00"),
                                Given.receive(fund, "r-2", "20.00")));

        assertThat(outcomes.get(0)).isEqualTo(new Accepted(fund.value(), 1, 1));
        assertThat(outcomes.get(1)).isInstanceOf(Refused.class);
        assertThat(outcomes.get(2)).isEqualTo(new Accepted(fund.value(), 1, 0));
        assertThat(outcomes.get(3)).isEqualTo(new Accepted(fund.value(), 2, 1));
        assertThat(stream()).hasSize(3);
    }

    @Test
    void aBatchForAFundThatIsNotThereIsRefusedLineByLine() {
        FundId nobody = new FundId("nobody-either");
        FundCommand line = Given.receive(nobody, "r-1", "1.00");

        assertThatThrownBy(
                        () -> LEDGER.send(new PostBatch(nobody, BatchMode.ATOMIC, List.of(line))))
                .satisfies(e ->
                        assertThat(rejection(e))
                                .asInstanceOf(type(BatchRefused.class))
                                .extracting(BatchRefused::cause)
                                .isEqualTo(new FundUnknown(nobody)));
        assertThat(LEDGER.send(new PostBatch(nobody, BatchMode.EACH, List.of(line))))
                .containsExactly(new Refused(new FundUnknown(nobody)));
        assertThat(
                        LEDGER.send(
                                new PostBatch(
                                        nobody,
                                        BatchMode.ATOMIC,
                                        List.of(Given.open(nobody), line))))
                .containsExactly(
                        new Accepted(nobody.value(), 0, 1), new Accepted(nobody.value(), 1, 1));
    }

    @Test
    void aFindingHasItsOwnStream() {
        FindingId finding = new FindingId(fund.value());
        LEDGER.send(
                new RaiseFinding(
                        finding,
                        Given.voucher("f-1"),
                        fund,
                        "",
                        FindingType.OTHER,
                        Money.of("0", "CNY"),
                        "账实不符",
                        "2024 年审计"));

        assertThat(LEDGER.log().ofStream("finding:" + finding, 0, 10)).hasSize(1);
        assertThat(stream()).hasSize(1);
    }

    /** Another process of the same ledger, which does not know of this one's memory. */
    @Test
    void anAppendFromElsewhereMeansAnotherTryNotAnError() {
        LEDGER.send(Given.receive(fund, "r-1", "1.00"));
        try (TestLedger other = TestLedger.start(LEDGER.database())) {
            other.send(Given.receive(fund, "r-2", "1.00"));
            assertThat(LEDGER.send(Given.receive(fund, "r-3", "1.00")))
                    .isEqualTo(new Accepted(fund.value(), 3, 1));
            assertThat(other.send(Given.receive(fund, "r-4", "1.00")))
                    .isEqualTo(new Accepted(fund.value(), 4, 1));
        }
        assertThat(stream()).extracting(Recorded::sequence).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void storedEventsReadBackEqual() {
        LEDGER.send(Given.receive(fund, "r-1", "250.00"));

        Recorded<LedgerEvent> last = stream().getLast();
        assertThat(last.event())
                .isEqualTo(
                        new FundsReceived(fund, Given.voucher("r-1"), Money.of("250.00", "CNY")));
        assertThat(last.eventId().getBytes(UTF_8)).hasSize(36);
    }

    private List<Recorded<LedgerEvent>> stream() {
        List<Recorded<LedgerEvent>> events = new ArrayList<>();
        LEDGER.log().readStream(fund.value(), events::add);
        return events;
    }

    private PostBatch batch(BatchMode mode, FundCommand... lines) {
        return new PostBatch(fund, mode, List.of(lines));
    }

    private ReturnFunds tooMuch(String postingId) {
        return giveBack(postingId, "999999.00");
    }

    private ReturnFunds giveBack(String postingId, String amount) {
        return new ReturnFunds(fund, Given.voucher(postingId), Money.of(amount, "CNY"));
    }

    private static void assertUnknown(ThrowingCallable call) {
        assertThatThrownBy(call)
                .satisfies(e -> assertThat(rejection(e)).isInstanceOf(FundUnknown.class));
    }

    private static Rejection rejection(Throwable e) {
        return ((CommandRejected) e).rejection();
    }

    private static List<Outcome> inParallel(List<? extends FundCommand> commands) throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Callable<Outcome>> calls = new ArrayList<>();
            commands.forEach(command -> calls.add(() -> LEDGER.send(command)));
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : threads.invokeAll(calls)) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }
}
