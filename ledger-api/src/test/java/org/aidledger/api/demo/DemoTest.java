package org.aidledger.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.event.Recorded;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceCommand.ClosePeriod;
import org.aidledger.golden.MemoryLedger;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class DemoTest {

    private final MemoryLedger ledger = new MemoryLedger();
    private final List<Long> shown = new ArrayList<>();

    @Test
    void seedsEveryCommandAtItsInstantAndPutsTheClockBack() {
        Clock before = GenericEventMessage.clock;
        int commands = Scenario.commands(Scenario.SEED).size();

        assertThat(seed()).isEqualTo(new Demo.Seeded(commands, commands));

        assertThat(GenericEventMessage.clock).isSameAs(before);
        assertThat(ledger.events())
                .extracting(Recorded::recorded)
                .isSorted()
                .startsWith(Scenario.commands(Scenario.SEED).getFirst().recorded())
                .allMatch(recorded -> recorded.isBefore(Instant.parse("2025-06-01T00:00:00Z")));
        assertThat(shown).isSorted().endsWith((long) commands);
    }

    @Test
    void seedingAgainAppendsNothing() {
        seed();
        int events = ledger.events().size();

        assertThat(seed().appended()).isZero();
        assertThat(ledger.events()).hasSize(events);
    }

    @Test
    void goesOnAfterAnInterrupt() {
        MemoryLedger whole = new MemoryLedger();
        Demo.seed(new MemorySink(whole), (_, _) -> {});
        assertThatThrownBy(() ->
                        Demo.seed(
                                new MemorySink(ledger),
                                (done, _) -> {
                                    if (done > 3000) {
                                        throw new IllegalStateException("interrupted");
                                    }
                                }))
                .hasMessage("interrupted");
        assertThat(ledger.events()).hasSizeLessThan(whole.events().size());

        seed();

        assertThat(ledger.events()).isEqualTo(whole.events());
    }

    @Test
    void saysWhatStandsInItsWay() {
        assertThatThrownBy(() -> Demo.seed(new MemorySink(ledger), this::closeThePeriod))
                .isInstanceOf(DemoRefused.class)
                .hasMessageContaining("PERIOD_CLOSED");
    }

    private void closeThePeriod(long done, long total) {
        FundId fund = new FundId("tacheng-2017");
        Voucher voucher = Voucher.of("by-hand", java.time.LocalDate.of(2017, 2, 1), "somebody");
        if (done == total) {
            return;
        }
        ledger.send(new ClosePeriod(fund, voucher, java.time.LocalDate.of(2017, 12, 31)));
    }

    private Demo.Seeded seed() {
        return Demo.seed(new MemorySink(ledger), (done, _) -> shown.add(done));
    }
}
