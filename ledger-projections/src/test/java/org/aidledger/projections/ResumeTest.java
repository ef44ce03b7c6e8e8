package org.aidledger.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.aidledger.event.AsOf;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.rebuild.ProgressListener;
import org.aidledger.projections.rebuild.RebuildReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rebuild that is cut off harms nothing, and the next one goes on behind it. */
class ResumeTest {

    private static final Many MANY = new Many(LongStream.range(21, 41).boxed().toList(), 200);
    private static final AsOf NOW =
            new AsOf(LocalDate.parse("2030-01-01"), Instant.parse("2030-01-01T00:00:00Z"));

    /** Events between two commits of a rebuild of the test's pace. */
    private static final int COMMIT = 100;

    private final TestReadSide read = new TestReadSide(Clock.systemUTC());

    @BeforeEach
    void take() throws SQLException {
        read.take(MANY.events);
    }

    @AfterEach
    void close() {
        read.close();
    }

    /** Has a rebuild fail as soon as it has done so many events. */
    private void cutOffAfter(long events) {
        assertThatThrownBy(() ->
                        read.rebuild.run((done, _) -> {
                            if (done >= events) {
                                throw new IllegalStateException("cut off");
                            }
                        }))
                .hasMessage("cut off");
    }

    private void requireWhole(RebuildReport report) {
        assertThat(report.same()).describedAs("%s", report).isTrue();
        assertThat(report.replaced()).isTrue();
        assertThat(report.events()).isEqualTo(read.log.count());
        assertThat(report.position()).isEqualTo(read.log.head());
    }

    @Test
    void theNextRebuildGoesOnBehindTheLastCommit() {
        List<FundFigures> before = read.budgets.all(NOW);
        Random random = new Random(9);
        for (int i = 0; i < 12; i++) {
            int events = 2 * COMMIT + random.nextInt(MANY.events.size() - 3 * COMMIT);
            cutOffAfter(events);
            assertThat(read.budgets.all(NOW)).isEqualTo(before);
            read.rebuild.tidy();
            read.log.asked.clear();

            requireWhole(read.rebuild.run(ProgressListener.SILENT));

            // Two batches may be under way behind the last commit that was waited for.
            assertThat(read.log.asked.getFirst())
                    .isBetween(events - 2L * COMMIT, (long) events + COMMIT);
            assertThat(read.budgets.all(NOW)).isEqualTo(before);
        }
    }

    @Test
    void severalCutsInARowAddUp() {
        for (long events = 150; events < MANY.events.size() - 150; events += 150) {
            cutOffAfter(events);
        }
        read.log.asked.clear();
        requireWhole(read.rebuild.run(ProgressListener.SILENT));
        assertThat(read.log.asked.getFirst()).isGreaterThan(MANY.events.size() - 4 * COMMIT);
    }

    @Test
    void whatWasPostedMeanwhileComesToo() throws SQLException {
        int half = MANY.events.size() / 2;
        try (TestReadSide busy = new TestReadSide(Clock.systemUTC())) {
            busy.take(MANY.events.subList(0, half));
            assertThatThrownBy(() ->
                            busy.rebuild.run((done, _) -> {
                                if (done > half - COMMIT) {
                                    throw new IllegalStateException("cut off");
                                }
                            }))
                    .hasMessage("cut off");
            List<Recorded<LedgerEvent>> later = MANY.events.subList(half, MANY.events.size());
            busy.take(later);
            RebuildReport report = busy.rebuild.run(ProgressListener.SILENT);
            assertThat(report.same()).describedAs("%s", report).isTrue();
            assertThat(report.events()).isEqualTo(MANY.events.size());
            assertThat(busy.budgets.all(NOW)).isEqualTo(read.budgets.all(NOW));
        }
    }

    @Test
    void writersThatLoseTheirConnectionsLeaveWhatTheyCommitted() {
        for (int batch : new int[] {3, 4, 7}) {
            int[] seen = {0};
            boolean[] ended = {false};
            assertThatThrownBy(() ->
                            read.rebuild.run((_, _) -> {
                                if (++seen[0] >= batch && !ended[0]) {
                                    ended[0] = endWriters();
                                }
                            }))
                    .isNotNull();
            read.log.asked.clear();
            requireWhole(read.rebuild.run(ProgressListener.SILENT));
            assertThat(read.log.asked.getFirst()).isNotNegative();
        }
    }

    /** Whether any was at work. */
    private boolean endWriters() {
        return !read.jdbc()
                .sql(
                        """
                        select pg_terminate_backend(l.pid)
                        from pg_locks l
                        join pg_class c on c.oid = l.relation
                        join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'read_next'
                        """)
                .query()
                .listOfRows()
                .isEmpty();
    }

    @Test
    void whatOtherCodeHasLeftIsGivenUp() throws SQLException {
        cutOffAfter(3 * COMMIT);
        read.tamper("comment on schema read_next is 'written by an earlier release'");
        read.log.asked.clear();
        requireWhole(read.rebuild.run(ProgressListener.SILENT));
        assertThat(read.log.asked.getFirst()).isEqualTo(-1);

        cutOffAfter(3 * COMMIT);
        read.tamper("comment on schema read_next is 'written by an earlier release'");
        read.rebuild.tidy();
        assertThat(read.tamper("create schema read_next")).isZero();
        read.rebuild.tidy();
        requireWhole(read.rebuild.run(ProgressListener.SILENT));
    }

    @Test
    void aHalfBuiltRowThatSomebodyChangedIsFound() throws SQLException {
        cutOffAfter(3 * COMMIT);
        assertThat(read.tamper("update read_next.trail set actor = 'nobody' where position = 5"))
                .isOne();
        RebuildReport report = read.rebuild.run(ProgressListener.SILENT);
        assertThat(report.same()).isFalse();
        assertThat(report.replaced()).isFalse();
        requireWhole(read.rebuild.run(ProgressListener.SILENT));
    }
}
