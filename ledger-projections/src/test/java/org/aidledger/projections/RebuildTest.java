package org.aidledger.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aidledger.event.AsOf;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.rebuild.ProgressListener;
import org.aidledger.projections.rebuild.RebuildReport;
import org.aidledger.projections.rebuild.TableComparison;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rebuild finds every row that is not what the events say, and disturbs nobody. */
class RebuildTest {

    private static final Many MANY = new Many(List.of(11L, 12L, 13L), 150);
    private static final AsOf NOW =
            new AsOf(LocalDate.parse("2030-01-01"), Instant.parse("2030-01-01T00:00:00Z"));

    private final TestReadSide read = new TestReadSide(Clock.systemUTC());

    @BeforeEach
    void take() throws SQLException {
        read.take(MANY.events);
    }

    @AfterEach
    void close() {
        read.close();
    }

    @Test
    void everyTamperedTableIsNamedWithItsRow() throws SQLException {
        for (String table : tables()) {
            read.tamper(
                    "update read.%1$s set %2$s where position = (select max(position) from read.%1$s)"
                            .formatted(table, change(table)));
            RebuildReport report = read.rebuild.run(ProgressListener.SILENT);
            assertThat(report.same()).describedAs(table).isFalse();
            assertThat(report.replaced()).isFalse();
            assertThat(report.tables())
                    .filteredOn(t -> !t.same())
                    .singleElement()
                    .satisfies(t -> {
                        assertThat(t.table()).isEqualTo(table);
                        assertThat(t.funds()).hasSize(1);
                        assertThat(t.liveRows()).isEqualTo(t.rebuiltRows());
                        assertThat(t.differences())
                                .isNotEmpty()
                                .allSatisfy(d -> {
                                    assertThat(d.live()).isNotEqualTo(d.rebuilt());
                                    assertThat(d.live()).isPresent();
                                });
                    });
            assertThat(read.rebuild.run(ProgressListener.SILENT, true).replaced()).isTrue();
            assertThat(read.rebuild.run(ProgressListener.SILENT).same()).isTrue();
        }
    }

    private static String change(String table) {
        return switch (table) {
            case "tally_subject" -> "name = name || '?'";
            case "tally_page" -> "facts = facts || '\\x00'::bytea";
            default -> "recorded = recorded + interval '1 day'";
        };
    }

    private List<String> tables() {
        return read.rebuild.run(ProgressListener.SILENT).tables().stream()
                .filter(t -> t.liveRows() > 0)
                .map(TableComparison::table)
                .toList();
    }

    @Test
    void aMissingAndAnInventedRowAreFound() throws SQLException {
        assertThat(read.tamper("delete from read.trail where position = 0")).isOne();
        read.tamper(
                """
                insert into read.plan
                values (3, 7, 'F-11', '2024-01-01', now(), 'P-1', 1, 1)
                """);
        read.tamper("update read.fund set donor = 'nobody' where fund = 'F-11'");
        RebuildReport report = read.rebuild.run(ProgressListener.SILENT);
        assertThat(table(report, "trail").differences())
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.position()).isZero();
                    assertThat(d.key()).endsWith(" 0");
                    assertThat(d.live()).isEmpty();
                    assertThat(d.rebuilt()).isPresent();
                });
        assertThat(table(report, "plan").differences())
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.position()).isEqualTo(3);
                    assertThat(d.rebuilt()).isEmpty();
                });
        assertThat(report.replaced()).isFalse();
        assertThat(
                        read.replay
                                .of(new FundId("F-11"), java.util.Optional.empty())
                                .orElseThrow()
                                .differences())
                .isNotEmpty();
    }

    private static TableComparison table(RebuildReport report, String name) {
        return report.tables().stream()
                .filter(t -> t.table().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readersNeverSeeAnythingButTheWhole() throws Exception {
        List<FundFigures> expected = read.budgets.all(NOW);
        AtomicBoolean done = new AtomicBoolean();
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Integer> reader =
                    threads.submit(() -> {
                        // On one connection, whose prepared statements outlive the swaps.
                        Budgets budgets = read.budgets;
                        int answers = 0;
                        while (!done.get()) {
                            assertThat(budgets.all(NOW)).isEqualTo(expected);
                            answers++;
                        }
                        return answers;
                    });
            try {
                for (int i = 0; i < 8; i++) {
                    assertThat(read.rebuild.run(ProgressListener.SILENT).replaced()).isTrue();
                }
            } finally {
                done.set(true);
            }
            assertThat(reader.get()).isPositive();
        }
    }

    @Test
    void eventsThatArriveMeanwhileAreNeitherLostNorDoubled() throws Exception {
        try (TestReadSide busy = new TestReadSide(Clock.systemUTC());
                var threads = Executors.newSingleThreadExecutor()) {
            List<Recorded<LedgerEvent>> events = MANY.events;
            Future<?> writer =
                    threads.submit(() -> {
                        for (int from = 0; from < events.size(); from += 7) {
                            busy.take(events.subList(from, Math.min(events.size(), from + 7)));
                        }
                        return null;
                    });
            int rebuilt = 0;
            while (!writer.isDone()) {
                assertThat(busy.rebuild.run(ProgressListener.SILENT).same()).isTrue();
                rebuilt++;
            }
            writer.get();
            assertThat(rebuilt).isGreaterThan(1);
            RebuildReport report = busy.rebuild.run(ProgressListener.SILENT);
            assertThat(report.same()).isTrue();
            assertThat(report.events()).isEqualTo(events.size());
            assertThat(busy.budgets.all(NOW)).isEqualTo(read.budgets.all(NOW));
        }
    }

    @Test
    void oneRebuildAtATime() {
        AtomicBoolean refused = new AtomicBoolean();
        read.rebuild.run((_, _) -> {
            assertThatThrownBy(() -> read.rebuild.run(ProgressListener.SILENT))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("under way");
            refused.set(true);
        });
        assertThat(refused).isTrue();
    }

    @Test
    void anEmptyLedgerIsRebuiltToo() {
        try (TestReadSide empty = new TestReadSide(Clock.systemUTC())) {
            RebuildReport report = empty.rebuild.run(ProgressListener.SILENT);
            assertThat(report.same()).isTrue();
            assertThat(report.position()).isEqualTo(-1);
        }
    }
}
