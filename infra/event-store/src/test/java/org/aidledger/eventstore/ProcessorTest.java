package org.aidledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.aidledger.embedded.Eventually;
import org.aidledger.embedded.TestPostgres;
import org.aidledger.embedded.TestPostgres.Database;
import org.aidledger.event.LedgerEvent;
import org.aidledger.fund.FundId;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A streaming processor as the read side uses it: rows and token in one transaction. */
class ProcessorTest {

    private static final FundId FUND = new FundId("f");

    /** Copies every event's position into a table, unless it is told to fail. */
    @ProcessingGroup("ledger")
    static class Copy {

        static final AtomicBoolean BROKEN = new AtomicBoolean();

        private final JdbcClient jdbc;

        Copy(DataSource dataSource) {
            this.jdbc = JdbcClient.create(dataSource);
            jdbc.sql("create schema if not exists own").update();
            jdbc.sql("create table if not exists own.copy (position bigint, event text)").update();
        }

        @EventHandler
        void on(LedgerEvent event, TrackedEventMessage<?> message) {
            String id = event.voucher().postingId().value();
            jdbc.sql("insert into own.copy values (?, ?)")
                    .param(message.trackingToken().position().orElseThrow())
                    .param(id)
                    .update();
            if (BROKEN.get() && id.equals("r-7")) {
                throw new IllegalStateException("no row for r-7");
            }
        }
    }

    @Test
    void everyEventIsHandledOnceInOrder() {
        try (TestLedger ledger = TestLedger.start(Copy.class)) {
            ledger.send(Given.open(FUND));
            receive(ledger, 1, 10);
            awaitCopied(ledger, 11);
            assertThat(copied(ledger)).isEqualTo(LongStream.rangeClosed(0, 10).boxed().toList());
            assertThat(processor(ledger)).isInstanceOf(TrackingEventProcessor.class);
            assertThat(status(ledger).getCurrentPosition()).hasValue(10);
            assertThat(
                            ledger.jdbc()
                                    .sql(
                                            "select token_type from ledger.token_entry where processor_name = 'ledger'")
                                    .query(String.class)
                                    .list())
                    .hasSize(1);
        }
    }

    @Test
    void anErrorStopsTheProcessorShowsAndSkipsNothing() {
        Copy.BROKEN.set(true);
        try (TestLedger ledger = TestLedger.start(Copy.class)) {
            ledger.send(Given.open(FUND));
            receive(ledger, 1, 10);
            Eventually.await("it stops", () -> status(ledger).isErrorState());

            assertThat(status(ledger).getError()).hasStackTraceContaining("no row for r-7");
            assertThat(copied(ledger)).doesNotContain(7L, 8L, 9L, 10L);

            Copy.BROKEN.set(false);
            awaitCopied(ledger, 11);
            assertThat(copied(ledger)).isEqualTo(LongStream.rangeClosed(0, 10).boxed().toList());
            Eventually.await("it goes on", () -> !status(ledger).isErrorState());
        } finally {
            Copy.BROKEN.set(false);
        }
    }

    /** The ledger was written by a later release, and this one was started on it. */
    @Test
    void anEventThatThisReleaseDoesNotKnowIsNotPassedOver() {
        try (TestLedger ledger = TestLedger.start(Copy.class)) {
            ledger.send(Given.open(FUND));
            awaitCopied(ledger, 1);
            ledger.jdbc()
                    .sql(
                            """
                            with head as (
                                update ledger.head set position = position + 1 returning position
                            )
                            insert into ledger.events (position, sequence, recorded, id, stream,
                                                       type, name, revision, payload, metadata)
                            select position, 1, now(), gen_random_uuid(), 'f', 'Fund',
                                   'fund.funds-teleported', '1', '{}', '{}'
                            from head
                            """)
                    .update();
            Eventually.await("it stops", () -> status(ledger).isErrorState());

            assertThat(status(ledger).getError()).hasStackTraceContaining("fund.funds-teleported");
            assertThat(status(ledger).getCurrentPosition()).hasValue(0);
            try (TestLedger other = TestLedger.start(ledger.database())) {
                assertThatThrownBy(() -> other.send(Given.receive(FUND, "r-1", "1.00")))
                        .hasStackTraceContaining("fund.funds-teleported");
            }
        }
    }

    @Test
    void aRestartGoesOnWhereTheTokenStands() {
        Database database = TestPostgres.freshDatabase();
        Copy.BROKEN.set(true);
        try (TestLedger ledger = TestLedger.start(database, Copy.class)) {
            ledger.send(Given.open(FUND));
            receive(ledger, 1, 10);
            Eventually.await("it stops", () -> status(ledger).isErrorState());
        } finally {
            Copy.BROKEN.set(false);
        }
        try (TestLedger ledger = TestLedger.start(database, Copy.class)) {
            awaitCopied(ledger, 11);
            assertThat(copied(ledger)).isEqualTo(LongStream.rangeClosed(0, 10).boxed().toList());
        }
    }

    @Test
    void aClaimOfAKilledProcessDoesNotHoldUpItsSuccessor() throws Exception {
        Database database = TestPostgres.freshDatabase();
        try (TestLedger ledger = TestLedger.start(database, Copy.class)) {
            ledger.send(Given.open(FUND));
            awaitCopied(ledger, 1);
        }
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        try (var connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.user(), database.password());
                var claim =
                        connection.prepareStatement(
                                """
                                update ledger.token_entry set owner = ?,
                                       time_stamp = to_char(now() at time zone 'utc',
                                                            'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
                                where processor_name = 'ledger'
                                """)) {
            claim.setString(1, gone.pid() + "@" + host());
            claim.executeUpdate();
        }
        try (TestLedger ledger = TestLedger.start(database, Copy.class)) {
            long started = System.nanoTime();
            ledger.send(Given.receive(FUND, "r-1", "1.00"));
            awaitCopied(ledger, 2);
            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .isLessThan(Duration.ofSeconds(4));
        }
    }

    private static String host() {
        String name = ManagementFactory.getRuntimeMXBean().getName();
        return name.substring(name.indexOf('@') + 1);
    }

    private static void receive(TestLedger ledger, int from, int through) {
        for (int i = from; i <= through; i++) {
            ledger.send(Given.receive(FUND, "r-" + i, "1.00"));
        }
    }

    private static List<Long> copied(TestLedger ledger) {
        return ledger.jdbc()
                .sql("select position from own.copy order by ctid")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private static TrackingEventProcessor processor(TestLedger ledger) {
        return ledger.bean(EventProcessingConfiguration.class)
                .eventProcessor("ledger", TrackingEventProcessor.class)
                .orElseThrow();
    }

    private static EventTrackerStatus status(TestLedger ledger) {
        Eventually.await("it runs", () -> processor(ledger).processingStatus().containsKey(0));
        return Objects.requireNonNull(processor(ledger).processingStatus().get(0));
    }

    private static void awaitCopied(TestLedger ledger, int events) {
        Eventually.await(events + " are copied", () -> copied(ledger).size() == events);
    }
}
