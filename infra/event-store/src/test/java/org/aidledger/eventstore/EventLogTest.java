package org.aidledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.aidledger.embedded.TestPostgres.Database;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log as its readers see it: in order, complete, with nothing turning up behind them. */
class EventLogTest {

    private static final FundId FUND = new FundId("f");
    private static final int WRITERS = 6;

    private final TestLedger ledger = TestLedger.start();
    private final EventLog log = ledger.log();

    @AfterEach
    void stop() {
        ledger.close();
    }

    @BeforeEach
    void anEmptyLogSaysSo() {
        assertThat(log.head()).isEqualTo(-1);
        assertThat(log.count()).isZero();
        assertThat(log.after(-1, 10)).isEmpty();
        assertThat(log.ofStream("f", 0, 10)).isEmpty();
        ledger.send(Given.open(FUND));
    }

    @Test
    void positionsCountFromZeroThroughAllStreams() {
        ledger.send(Given.open(new FundId("g")));
        ledger.send(Given.receive(FUND, "r-1", "1.00"));
        ledger.send(Given.receive(new FundId("g"), "r-1", "1.00"));

        assertThat(log.after(-1, 10))
                .extracting(Recorded::position, r -> r.event().stream(), Recorded::sequence)
                .containsExactly(
                        tuple(0L, "f", 0L),
                        tuple(1L, "g", 0L),
                        tuple(2L, "f", 1L),
                        tuple(3L, "g", 1L));
        assertThat(log.after(1, 1)).extracting(Recorded::position).containsExactly(2L);
        assertThat(log.after(3, 10)).isEmpty();
        assertThat(log.head()).isEqualTo(3);
        assertThat(log.count()).isEqualTo(4);
        assertThat(log.ofStream("g", 1, 10)).isEqualTo(log.after(2, 10));
    }

    @Test
    void aLongStreamIsReadToItsEnd() {
        List<FundCommand> lines = new ArrayList<>();
        for (int i = 1; i <= 2000; i++) {
            lines.add(Given.receive(FUND, "r-" + i, "1.00"));
        }
        ledger.send(new PostBatch(FUND, BatchMode.ATOMIC, lines));

        List<Long> sequences = new ArrayList<>();
        log.readStream("f", r -> sequences.add(r.sequence()));
        assertThat(sequences).isEqualTo(LongStream.rangeClosed(0, 2000).boxed().toList());
    }

    @Test
    void nobodyReadsPastAnAppendThatIsUnderWay() throws SQLException {
        try (Connection open = connection()) {
            open.setAutoCommit(false);
            insert(open, "elsewhere", 0); // draws position 1
            ledger.send(Given.receive(FUND, "r-1", "1.00")); // takes position 2

            assertThat(positionsAfter(-1)).containsExactly(0L);
            assertThat(positionsAfter(0)).isEmpty();
            open.commit();
            assertThat(positionsAfter(0)).containsExactly(1L, 2L);
        }
    }

    @Test
    void aReaderWaitsAMomentForAnAppendThatIsUnderWay() throws SQLException {
        try (Connection open = connection()) {
            open.setAutoCommit(false);
            insert(open, "elsewhere", 0);
            ledger.send(Given.receive(FUND, "r-1", "1.00"));

            var reader = CompletableFuture.supplyAsync(() -> positionsAfter(-1));
            sleep(Duration.ofMillis(150));
            assertThat(reader).isNotDone();
            open.commit();
            assertThat(reader.join()).containsExactly(0L, 1L, 2L);
        }
    }

    @Test
    void aNumberThatWasDrawnInVainIsPassed() throws SQLException {
        try (Connection open = connection()) {
            open.setAutoCommit(false);
            insert(open, "elsewhere", 0);
            ledger.send(Given.receive(FUND, "r-1", "1.00"));
            open.rollback();
        }
        assertThat(positionsAfter(-1)).containsExactly(0L, 2L);
        assertThat(log.count()).isEqualTo(2);
        assertThat(log.head()).isEqualTo(2);
    }

    /**
     * Writers that dawdle and fail at random, and a reader that must not miss or repeat anything.
     */
    @Test
    void aReaderThatFollowsAlongMissesNothing() {
        List<Long> seen = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            CompletableFuture<?>[] writers = new CompletableFuture<?>[WRITERS];
            for (int w = 0; w < WRITERS; w++) {
                String stream = "writer-" + w;
                writers[w] = CompletableFuture.runAsync(() -> write(stream), threads);
            }
            CompletableFuture<Void> all = CompletableFuture.allOf(writers);
            boolean ended;
            do {
                ended = all.isDone();
                List<EventRow> next = rows().after(seen.isEmpty() ? -1 : seen.getLast(), 50);
                next.forEach(row -> seen.add(row.position()));
                ended &= next.isEmpty();
            } while (!ended);
            all.join();
        }

        List<Long> stored =
                ledger.jdbc()
                        .sql("select global_index from ledger.domain_event_entry order by 1")
                        .query((row, _) -> row.getLong(1))
                        .list();
        assertThat(seen).isEqualTo(stored);
        assertThat(seen).hasSizeGreaterThan(200);
    }

    private EventRows rows() {
        return ledger.bean(EventRows.class);
    }

    private void write(String stream) {
        var random = ThreadLocalRandom.current();
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            int sequence = 0;
            for (int i = 0; i < 40; i++) {
                int rows = random.nextInt(1, 5);
                for (int r = 0; r < rows; r++) {
                    insert(connection, stream, sequence + r);
                    sleep(Duration.ofMillis(random.nextInt(4)));
                }
                if (random.nextInt(5) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    sequence += rows;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Long> positionsAfter(long after) {
        return log.after(after, 10).stream().map(Recorded<LedgerEvent>::position).toList();
    }

    private Connection connection() throws SQLException {
        Database database = ledger.database();
        return DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password());
    }

    private static void insert(Connection connection, String stream, long sequence)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into ledger.domain_event_entry
                            (event_identifier, aggregate_identifier, sequence_number, type,
                             time_stamp, payload_type, payload_revision, payload, meta_data)
                        select gen_random_uuid()::text, ?, ?, 'Fund', now(), payload_type,
                               payload_revision, payload, meta_data
                        from ledger.domain_event_entry where global_index = 0
                        """)) {
            insert.setString(1, stream);
            insert.setLong(2, sequence);
            insert.executeUpdate();
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
