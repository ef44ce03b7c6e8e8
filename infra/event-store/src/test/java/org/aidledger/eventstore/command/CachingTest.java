package org.aidledger.eventstore.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.eventstore.Given;
import org.aidledger.eventstore.TestLedger;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.MoneyCommand.ReturnFunds;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;
import org.aidledger.money.Money;
import org.aidledger.rejection.CommandRejected;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a fund's stream is read from the database, and when memory does. */
class CachingTest {

    private static final FundId FUND = new FundId("f");

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

    private final TestLedger ledger = TestLedger.start(Reads.class);

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void aStreamIsReadOnceHoweverManyCommandsFollow() {
        ledger.send(Given.open(FUND));
        long reads = Reads.EVENTS.get();
        for (int i = 0; i < 10; i++) {
            ledger.send(Given.receive(FUND, "r-" + i, "1.00"));
        }
        assertThat(Reads.EVENTS.get()).isEqualTo(reads);
    }

    @Test
    void aRefusalReadsNothingAgain() {
        ledger.send(Given.open(FUND));
        long reads = Reads.EVENTS.get();
        for (int i = 0; i < 10; i++) {
            refused(tooMuch("x-" + i));
        }
        ledger.send(Given.receive(FUND, "r-1", "1.00"));
        assertThat(Reads.EVENTS.get()).isEqualTo(reads);
    }

    @Test
    void aBatchThatFailedOnTheWayHasTheStreamReadAgain() {
        ledger.send(Given.open(FUND));
        long reads = Reads.EVENTS.get();
        List<FundCommand> lines = new ArrayList<>(List.of(Given.receive(FUND, "r-1", "1.00")));
        lines.add(tooMuch("x"));
        assertThatThrownBy(() -> ledger.send(new PostBatch(FUND, BatchMode.ATOMIC, lines)))
                .isInstanceOf(CommandRejected.class);
        ledger.send(Given.receive(FUND, "r-1", "2.00"));
        assertThat(Reads.EVENTS.get()).isGreaterThan(reads);
    }

    @Test
    void aFailingDatabaseLeavesTheFundAsItWas() {
        ledger.send(Given.open(FUND));
        ledger.jdbc()
                .sql(
                        """
                        create function public.fail() returns trigger language plpgsql
                        as $$ begin raise exception 'disk full'; end $$
                        """)
                .update();
        ledger.jdbc()
                .sql(
                        """
                        create trigger fails before insert on ledger.events
                        for each statement execute function public.fail()
                        """)
                .update();
        assertThatThrownBy(() -> ledger.send(Given.receive(FUND, "r-1", "5.00")))
                .hasStackTraceContaining("disk full");
        ledger.jdbc().sql("drop trigger fails on ledger.events").update();

        // The failed receipt is neither in the stream nor in memory.
        assertThat(ledger.log().ofStream("f", 0, 10)).hasSize(1);
        refused(new ReturnFunds(FUND, Given.voucher("g-1"), Money.of("5.00", "CNY")));
        assertThat(ledger.send(Given.receive(FUND, "r-1", "5.00")))
                .isEqualTo(new Accepted("f", 1, 1));
    }

    @Test
    void beyondTheLimitTheLeastRecentlyUsedGo() {
        AggregateCache<String> cache = new AggregateCache<>(10);
        cache.keep("a", "A", 4);
        cache.keep("b", "B", 4);
        assertThat(cache.find("a")).isPresent();
        cache.keep("c", "C", 4);
        assertThat(cache.find("b")).isEmpty();
        cache.keep("d", "D", 40);
        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.find("d")).isPresent();
    }

    private void refused(FundCommand command) {
        assertThatThrownBy(() -> ledger.send(command)).isInstanceOf(CommandRejected.class);
    }

    private static ReturnFunds tooMuch(String postingId) {
        return new ReturnFunds(FUND, Given.voucher(postingId), Money.of("999.00", "CNY"));
    }
}
