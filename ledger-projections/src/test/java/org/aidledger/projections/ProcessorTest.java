package org.aidledger.projections;

import static org.aidledger.projections.Story.cny;
import static org.aidledger.projections.Story.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import org.aidledger.embedded.Eventually;
import org.aidledger.embedded.TestPostgres;
import org.aidledger.event.AsOf;
import org.aidledger.eventstore.TestLedger;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.Mode;
import org.aidledger.fund.MoneyCommand.Receive;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.rebuild.ProgressListener;
import org.aidledger.projections.rebuild.Rebuild;
import org.aidledger.projections.rebuild.RebuildReport;
import org.aidledger.projections.replay.Replay;
import org.aidledger.projections.status.ProcessorStatus;
import org.aidledger.projections.status.ReadSide;
import org.junit.jupiter.api.Test;

/** The read side as the application runs it: from a command to the figures, across restarts. */
class ProcessorTest {

    private static final FundId FUND = new FundId("zj-aks-2024");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static AsOf now() {
        return new AsOf(LocalDate.parse("2024-12-31"), Instant.now());
    }

    private static void open(TestLedger ledger) {
        ledger.send(
                new OpenFund(
                        FUND,
                        on("2024-01-01", "open"),
                        "浙江对口支援阿克苏 2024",
                        "浙江省",
                        "阿克苏地区",
                        2024,
                        Mode.STRICT,
                        2,
                        EnumSet.of(Channel.LOCAL),
                        cny("1000.00")));
    }

    private static void receive(TestLedger ledger, int from, int to) {
        for (int i = from; i < to; i++) {
            ledger.send(new Receive(FUND, on("2024-02-01", "in-" + i), cny("1.00")));
        }
    }

    private static void awaitAll(TestLedger ledger) {
        assertThat(ledger.bean(ReadSide.class).awaitPosition(ledger.log().head(), PATIENCE))
                .isTrue();
    }

    @Test
    void everyEventIsInTheTablesOnceAcrossRestarts() {
        TestPostgres.Database database;
        try (TestLedger ledger = TestLedger.start()) {
            database = ledger.database();
            open(ledger);
            receive(ledger, 0, 30);
            awaitAll(ledger);
            assertThat(ledger.bean(Budgets.class).of(FUND, now()).orElseThrow().received())
                    .isEqualTo(cny("30.00"));
            ProcessorStatus status = ledger.bean(ReadSide.class).status();
            assertThat(status)
                    .isEqualTo(
                            new ProcessorStatus(
                                    "ledger",
                                    ledger.log().head(),
                                    ledger.log().head(),
                                    0,
                                    true,
                                    Optional.empty()));
            receive(ledger, 30, 40);
        }
        try (TestLedger ledger = TestLedger.start(database)) {
            receive(ledger, 35, 50);
            awaitAll(ledger);
            assertThat(ledger.bean(Budgets.class).of(FUND, now()).orElseThrow().received())
                    .isEqualTo(cny("50.00"));
            assertThat(
                            ledger.jdbc()
                                    .sql("select count(*) from read.trail")
                                    .query(Long.class)
                                    .single())
                    .isEqualTo(ledger.log().count());
            assertThat(ledger.bean(Replay.class).of(FUND, Optional.empty()).orElseThrow().same())
                    .isTrue();
        }
    }

    @Test
    void anErrorStopsItShowsAndSkipsNothing() throws InterruptedException {
        try (TestLedger ledger = TestLedger.start()) {
            open(ledger);
            receive(ledger, 0, 3);
            awaitAll(ledger);
            ReadSide readSide = ledger.bean(ReadSide.class);
            long position = readSide.position();
            ledger.jdbc()
                    .sql("alter table read.trail add constraint broken check (posting_id <> 'bad')")
                    .update();
            ledger.send(new Receive(FUND, on("2024-02-01", "bad"), cny("7.77")));
            receive(ledger, 3, 6);
            ProcessorStatus status = Eventually.ask(readSide::status, s -> s.error().isPresent());
            assertThat(status.error().orElseThrow()).contains("broken");
            assertThat(status.lag()).isPositive();
            assertThat(readSide.awaitPosition(ledger.log().head(), Duration.ofMillis(300)))
                    .isFalse();
            assertThat(readSide.position()).isEqualTo(position);
            assertThat(ledger.bean(Budgets.class).of(FUND, now()).orElseThrow().received())
                    .isEqualTo(cny("3.00"));

            ledger.jdbc().sql("alter table read.trail drop constraint broken").update();
            awaitAll(ledger);
            assertThat(ledger.bean(Budgets.class).of(FUND, now()).orElseThrow().received())
                    .isEqualTo(cny("13.77"));
        }
    }

    @Test
    void aRunningLedgerIsRebuiltWhileItWorks() throws InterruptedException {
        try (TestLedger ledger = TestLedger.start()) {
            open(ledger);
            Thread poster = Thread.ofPlatform().start(() -> receive(ledger, 0, 150));
            int rebuilds = 0;
            while (poster.isAlive()) {
                RebuildReport report = ledger.bean(Rebuild.class).run(ProgressListener.SILENT);
                assertThat(report.same()).describedAs("%s", report).isTrue();
                rebuilds++;
            }
            poster.join();
            awaitAll(ledger);
            assertThat(rebuilds).isPositive();
            assertThat(ledger.bean(Rebuild.class).run(ProgressListener.SILENT).events())
                    .isEqualTo(151);
            assertThat(ledger.bean(Budgets.class).of(FUND, now()).orElseThrow().received())
                    .isEqualTo(cny("150.00"));
        }
    }
}
