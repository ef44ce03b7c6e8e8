package org.aidledger.eventstore.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.aidledger.embedded.Eventually;
import org.aidledger.embedded.TestPostgres;
import org.aidledger.embedded.TestPostgres.Database;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.eventstore.Given;
import org.aidledger.eventstore.HeldHead;
import org.aidledger.eventstore.TestLedger;
import org.aidledger.fund.Fund;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.MoneyCommand.ReturnFunds;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;
import org.aidledger.money.Money;
import org.aidledger.rejection.CommandRejected;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** After a restart a fund is read from its snapshot and the events since, or from its events. */
class SnapshotsTest {

    private static final FundId FUND = new FundId("f");
    private static final int RECEIPTS = 500;

    private final Database database = TestPostgres.freshDatabase();

    @Configuration(proxyBeanMethods = false)
    static class Soon {
        @Bean
        SnapshotRule soon() {
            return new SnapshotRule(100, 50, Duration.ofMillis(400));
        }
    }

    /** Sees every event that is read from the database, as an upcaster does. */
    static class Reads implements EventUpcaster {

        static final AtomicLong EVENTS = new AtomicLong();

        @Override
        public Stream<IntermediateEventRepresentation> upcast(
                Stream<IntermediateEventRepresentation> events) {
            return events.map(event -> {
                EVENTS.incrementAndGet();
                return event;
            });
        }
    }

    private TestLedger start() {
        return TestLedger.start(database, Soon.class, Reads.class);
    }

    /** Opens the fund, gives it a history and waits for the snapshot of all of it. */
    private void history() {
        try (TestLedger ledger = start()) {
            ledger.send(Given.open(FUND));
            List<FundCommand> receipts = new ArrayList<>();
            for (int i = 0; i < RECEIPTS; i++) {
                receipts.add(Given.receive(FUND, "r-" + i, "1.00"));
            }
            ledger.send(new PostBatch(FUND, BatchMode.EACH, receipts));
            Eventually.await("a snapshot is made", () -> lastSnapshot(ledger) == RECEIPTS);
        }
    }

    private static long lastSnapshot(TestLedger ledger) {
        return ledger.jdbc()
                .sql("select coalesce(max(sequence), -1) from ledger.snapshots")
                .query(Long.class)
                .single();
    }

    /** What decides right after a restart, and how many events were read for it. */
    private long readsOf(TestLedger ledger) {
        long before = Reads.EVENTS.get();
        // The last of what there is, and not a cent more.
        refused(ledger, returned("too-much", RECEIPTS + ".01"));
        assertThat(ledger.send(Given.receive(FUND, "r-7", "1.00")))
                .isEqualTo(new Accepted("f", 8, 0));
        refused(ledger, Given.receive(FUND, "r-7", "2.00"));
        assertThat(ledger.send(returned("all", RECEIPTS + ".00")))
                .isEqualTo(new Accepted("f", RECEIPTS + 1, 1));
        return Reads.EVENTS.get() - before;
    }

    @Test
    void afterARestartAFundIsReadFromItsSnapshotAndTheEventsSince() {
        history();
        try (TestLedger ledger = start()) {
            assertThat(readsOf(ledger)).isZero();
        }
        try (TestLedger ledger = start()) {
            long before = Reads.EVENTS.get();
            refused(ledger, returned("more", "0.01"));
            assertThat(Reads.EVENTS.get() - before).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from ledger.snapshots",
                "update ledger.snapshots set form = 'of another release'",
                "update ledger.snapshots set memory = set_byte(memory, 40, 255 - get_byte(memory, 40))",
                "update ledger.snapshots set memory = substr(memory, 1, 100)",
                "update ledger.snapshots set memory = '', checksum = 0",
                "update ledger.snapshots set event = gen_random_uuid()",
                "update ledger.snapshots set sequence = sequence + 1",
            })
    void aSnapshotThatCannotBeTrustedIsPassedOver(String damage) {
        history();
        try (TestLedger ledger = start()) {
            assertThat(ledger.jdbc().sql(damage).update()).isOne();
            assertThat(readsOf(ledger)).isGreaterThan(RECEIPTS);
        }
    }

    /** What is in memory may be ahead of the database, and may never get there. */
    @Test
    void aSnapshotHoldsOnlyWhatIsStored() {
        history();
        try (TestLedger ledger = start();
                HeldHead head = HeldHead.of(database)) {
            Thread command =
                    Thread.ofVirtual()
                            .start(() -> {
                                List<FundCommand> more = new ArrayList<>();
                                for (int i = 0; i < 300; i++) {
                                    more.add(Given.receive(FUND, "m-" + i, "1.00"));
                                }
                                ledger.send(new PostBatch(FUND, BatchMode.EACH, more));
                            });
            head.awaitWriter();
            ledger.bean(BackgroundSnapshotter.class).scheduleSnapshot(Fund.class, "f");
            pause();
            assertThat(lastSnapshot(ledger)).isEqualTo(RECEIPTS);
            assertThat(command.isAlive()).isTrue();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not even a database that has no room for them. */
    @Test
    void withoutSnapshotsEverythingGoesOn() {
        try (TestLedger ledger = start()) {
            ledger.jdbc().sql("alter table ledger.snapshots drop column memory").update();
            ledger.send(Given.open(FUND));
            for (int i = 0; i < 250; i++) {
                ledger.send(Given.receive(FUND, "r-" + i, "1.00"));
            }
        }
        try (TestLedger ledger = start()) {
            refused(ledger, returned("too-much", "250.01"));
            assertThat(ledger.send(returned("all", "250.00"))).isEqualTo(new Accepted("f", 251, 1));
        }
    }

    private static void refused(TestLedger ledger, FundCommand command) {
        assertThatThrownBy(() -> ledger.send(command)).isInstanceOf(CommandRejected.class);
    }

    private static ReturnFunds returned(String postingId, String amount) {
        return new ReturnFunds(FUND, Given.voucher(postingId), Money.of(amount, "CNY"));
    }
}
