package org.aidledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.aidledger.embedded.Eventually;
import org.aidledger.embedded.TestPostgres;
import org.aidledger.embedded.TestPostgres.Database;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Nodes;
import org.aidledger.event.NotStored;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.OutcomeUnknown;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.MoneyCommand.ReturnFunds;
import org.aidledger.money.Money;
import org.aidledger.rejection.CommandRejected;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several ledgers on one database, as several servers would be. */
class SeveralNodesTest {

    private static final FundId SHARED = new FundId("shared");
    private static final int CALLERS = 4;
    private static final int COMMANDS = 25;

    private final Database database = TestPostgres.freshDatabase();
    private final List<TestLedger> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(TestLedger::close);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void everyCommandIsStoredOnceInOneOrderWithoutGaps(int count) {
        start(count);
        List<CompletableFuture<Void>> work = workOnAll();
        work.forEach(CompletableFuture::join);
        assertEverythingStoredOnce(count);
    }

    @Test
    void everyNodeKnowsHowManyThereAre() {
        start(3);
        nodes.forEach(
                node -> Eventually.await("three nodes", () -> node.bean(Nodes.class).count() == 3));
        nodes.removeLast().close();
        nodes.forEach(
                node -> Eventually.await("two nodes", () -> node.bean(Nodes.class).count() == 2));
    }

    /** Behind a load balancer each of a client's requests may go to another node. */
    @Test
    void whatOneNodeAcceptedAnotherOneKnowsWhenItRefuses() {
        start(2);
        TestLedger one = nodes.getFirst();
        TestLedger other = nodes.getLast();
        for (int i = 0; i < 20; i++) {
            one.send(Given.receive(SHARED, "got-" + i, "1.00"));
            assertThat(other.send(giveBack("back-" + i, "1.00"))).isInstanceOf(Accepted.class);
            assertThatThrownBy(() -> one.send(giveBack("more", "0.01")))
                    .isInstanceOf(CommandRejected.class);
        }
    }

    private static FundCommand giveBack(String postingId, String amount) {
        return new ReturnFunds(SHARED, Given.voucher(postingId), Money.of(amount, "CNY"));
    }

    /** What happens on one node reaches the readers of another without their asking for it. */
    @Test
    void readersOfAllNodesSeeTheSame() throws InterruptedException {
        start(2);
        var streams =
                nodes.stream().map(node -> node.bean(EventStore.class).openStream(null)).toList();
        List<CompletableFuture<Void>> work = workOnAll();
        work.forEach(CompletableFuture::join);
        long stored = nodes.getFirst().log().count();
        for (BlockingStream<TrackedEventMessage<?>> stream : streams) {
            List<Long> seen = new ArrayList<>();
            while (seen.size() < stored && stream.hasNextAvailable(10, TimeUnit.SECONDS)) {
                seen.add(stream.nextAvailable().trackingToken().position().orElseThrow());
            }
            assertThat(seen).isEqualTo(LongStream.range(0, stored).boxed().toList());
            stream.close();
        }
    }

    /** One node's sessions all end again and again, as they do when its machine is restarted. */
    @Test
    void aNodeThatLosesItsSessionsHoldsUpNobodyAndLosesNothing() {
        start(2);
        List<CompletableFuture<Void>> work = workOnAll();
        while (!work.stream().allMatch(CompletableFuture::isDone)) {
            endOneWriter();
        }
        work.forEach(CompletableFuture::join);
        assertEverythingStoredOnce(2);
    }

    /** One is killed in the middle of its commits; the others hardly notice. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void aKilledNodeHoldsUpNobodyForLongAndLosesNothing(int count) {
        start(count - 1);
        Set<String> stored = new HashSet<>();
        for (int kill = 0; kill < 3; kill++) {
            FundId fund = new FundId("killed-" + kill);
            nodes.getFirst().send(Given.open(fund));
            try (NodeProcess node = NodeProcess.start(database, fund)) {
                Eventually.await("many are acknowledged", () -> node.acknowledged().size() > 2000);
                AtomicLong longestNanos = new AtomicLong();
                AtomicBoolean ended = new AtomicBoolean();
                Thread survivor = postMeanwhile("kill-" + kill, longestNanos, ended, stored);
                pause(Duration.ofMillis(150 + 111L * kill));
                node.kill();
                pause(Duration.ofSeconds(1));
                ended.set(true);
                join(survivor);
                assertThat(Duration.ofNanos(longestNanos.get())).isLessThan(Duration.ofSeconds(5));
                stored.addAll(node.acknowledged());
            }
        }
        List<Recorded<LedgerEvent>> events = nodes.getLast().log().after(-1, 1_000_000);
        assertThat(events)
                .extracting(Recorded::position)
                .isEqualTo(LongStream.range(0, events.size()).boxed().toList());
        assertThat(events).extracting(Recorded::recorded).isSorted();
        List<String> ids =
                events.stream().map(e -> e.event().voucher().postingId().value()).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(new HashSet<>(ids)).containsAll(stored);
    }

    /** Posts one after another on the first node and notes the longest wait for an answer. */
    private Thread postMeanwhile(
            String prefix, AtomicLong longestNanos, AtomicBoolean ended, Set<String> stored) {
        return Thread.ofVirtual()
                .start(() -> {
                    for (int n = 0; !ended.get(); n++) {
                        String id = prefix + "-" + n;
                        long began = System.nanoTime();
                        send(0, Given.receive(own(0), id, "1.00"));
                        longestNanos.accumulateAndGet(System.nanoTime() - began, Math::max);
                        stored.add(id);
                    }
                });
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(int count) {
        for (int n = 0; n < count; n++) {
            nodes.add(TestLedger.start(database));
        }
        nodes.getFirst().send(Given.open(SHARED));
        for (int n = 0; n < count; n++) {
            nodes.get(n).send(Given.open(own(n)));
        }
    }

    private static FundId own(int node) {
        return new FundId("own-" + node);
    }

    private List<CompletableFuture<Void>> workOnAll() {
        List<CompletableFuture<Void>> work = new ArrayList<>();
        var callers = Executors.newVirtualThreadPerTaskExecutor();
        for (int n = 0; n < nodes.size(); n++) {
            for (int c = 0; c < CALLERS; c++) {
                int node = n;
                int caller = c;
                work.add(CompletableFuture.runAsync(() -> work(node, caller), callers));
            }
        }
        callers.shutdown();
        return work;
    }

    private void work(int node, int caller) {
        for (int i = 0; i < COMMANDS; i++) {
            String postingId = "%s-%s-%s".formatted(node, caller, i);
            send(node, Given.receive(own(node), postingId, "1.00"));
            if (i % 5 == 0) {
                send(node, Given.receive(SHARED, postingId, "1.00"));
            }
        }
    }

    /** As a client does: what is not known to be stored is sent again. */
    private void send(int node, FundCommand command) {
        while (true) {
            try {
                assertThat(nodes.get(node).send(command)).isInstanceOf(Accepted.class);
                return;
            } catch (NotStored | OutcomeUnknown _) {
                Thread.onSpinWait();
            }
        }
    }

    private void assertEverythingStoredOnce(int count) {
        int shared = count * CALLERS * COMMANDS / 5;
        int all = count * CALLERS * COMMANDS + shared + count + 1;
        for (TestLedger node : nodes) {
            List<Recorded<LedgerEvent>> events = node.log().after(-1, 10_000);
            assertThat(events)
                    .extracting(Recorded::position)
                    .isEqualTo(LongStream.range(0, all).boxed().toList());
            assertThat(events).extracting(Recorded::recorded).isSorted();
            assertThat(
                            events.stream()
                                    .map(e -> e.event().stream() + e.event().voucher().postingId()))
                    .doesNotHaveDuplicates();
        }
        assertThat(nodes.getFirst().log().ofStream("shared", 0, 10_000)).hasSize(shared + 1);
    }

    private void endOneWriter() {
        nodes.getFirst()
                .jdbc()
                .sql(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where application_name like 'aid-ledger%' and datname = current_database()
                        order by random() limit 1
                        """)
                .query()
                .listOfRows();
        pause(Duration.ofMillis(30));
    }
}
