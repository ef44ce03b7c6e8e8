package org.aidledger.benchmarks.reading;

import com.google.errorprone.annotations.FormatMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.aidledger.embedded.EmbeddedPostgres;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.Indicators;
import org.aidledger.posting.Account;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.journal.JournalFilter;
import org.aidledger.projections.rebuild.RebuildReport;
import org.aidledger.projections.trail.TrailFilter;

/**
 * Stores a generated history as the processor does, asks the read side at random points in time,
 * and rebuilds it. Arguments: the folder of the database, the number of events, and optionally what
 * to do of {@code store}, {@code copy}, {@code ask}, {@code rebuild}; without them everything.
 */
public final class ReadSideBenchmark {

    private static final long SMALL = 50_000;
    private static final int ROUNDS = 3;

    private ReadSideBenchmark() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        Path folder = Path.of(arguments[0]);
        long events = Long.parseLong(arguments[1].replace("_", ""));
        List<String> parts =
                arguments.length > 2
                        ? Arrays.asList(arguments).subList(2, arguments.length)
                        : List.of("store", "copy", "ask", "rebuild");
        Files.createDirectories(folder);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            MeasuredSide large = new MeasuredSide(server, "large", new GeneratedHistory(events));
            MeasuredSide small = new MeasuredSide(server, "small", new GeneratedHistory(SMALL));
            if (parts.contains("store")) {
                small.store(1000);
                large.store(1000);
            }
            if (parts.contains("copy")) {
                large.copy(Math.min(events, 200_000));
            }
            if (parts.contains("ask")) {
                ask(small, large);
            }
            if (parts.contains("rebuild")) {
                rebuild(large);
            }
        }
    }

    private static void rebuild(MeasuredSide side) {
        long[] last = {System.nanoTime()};
        RebuildReport report =
                side.rebuild.run((done, of) -> {
                    if (System.nanoTime() - last[0] > 10_000_000_000L) {
                        last[0] = System.nanoTime();
                        print("  %,d of %,d; heap %,d MB%n", done, of, heap());
                    }
                });
        print(
                "rebuild: %,d events in %,d ms, %,.0f a second, same %s, heap %,d MB%n",
                report.events(),
                report.took().toMillis(),
                report.events() * 1000.0 / report.took().toMillis(),
                report.same(),
                heap());
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static void ask(MeasuredSide small, MeasuredSide large) {
        for (int round = 0; round < ROUNDS; round++) {
            for (MeasuredSide side : List.of(small, large)) {
                print("round %d, %,d events%n", round + 1, side.history.count());
                questions(side, new SplittableRandom(round));
            }
        }
    }

    private static void questions(MeasuredSide side, SplittableRandom random) {
        time("balance, project of fund 0", 3000, random, r -> balance(side, 0, r));
        time("balance, project of another", 3000, random, r -> balance(side, 7, r));
        time("statement, 500 projects", 100, random, r -> statement(side, 0, point(side, r)));
        time("statement, 500 projects, now", 100, random, _ -> statement(side, 0, now(side)));
        time("statement, 50 projects", 200, random, r -> statement(side, 7, point(side, r)));
        time("league, 200 funds", 20, random, r -> league(side, point(side, r)));
        time("league, 200 funds, now", 20, random, _ -> league(side, now(side)));
        time("trial balance, 500 projects", 50, random, r -> trial(side, point(side, r)));
        time("journal page of 100", 200, random, r -> journal(side, r));
        time("trail page of 100", 200, random, r -> trail(side, r));
        time("changes, 50 events later", 50, random, r -> changes(side, r));
    }

    private static AsOf now(MeasuredSide side) {
        return new AsOf(LocalDate.of(2026, 1, 1), side.history.recorded(side.history.count()));
    }

    private static AsOf point(MeasuredSide side, SplittableRandom random) {
        return new AsOf(
                LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1100)),
                side.history.recorded(random.nextLong(side.history.count())));
    }

    private static void balance(MeasuredSide side, int fund, SplittableRandom random) {
        Account account =
                Account.of(
                        Account.Kind.HELD,
                        GeneratedHistory.project(random.nextInt(GeneratedHistory.projects(fund))));
        var _ = side.balances.balance(GeneratedHistory.fund(fund), account, point(side, random));
    }

    private static void statement(MeasuredSide side, int fund, AsOf asOf) {
        side.budgets.of(GeneratedHistory.fund(fund), asOf).ifPresent(Indicators::of);
    }

    private static void league(MeasuredSide side, AsOf asOf) {
        side.budgets.all(asOf).forEach(Indicators::of);
    }

    private static void trial(MeasuredSide side, AsOf asOf) {
        var _ = side.balances.trialBalance(GeneratedHistory.fund(0), asOf);
    }

    private static void journal(MeasuredSide side, SplittableRandom random) {
        FundId fund = GeneratedHistory.fund(random.nextInt(GeneratedHistory.FUNDS));
        Cursor after = new Cursor(random.nextLong(side.history.count()), 0);
        var _ = side.journal.lines(fund, point(side, random), JournalFilter.ALL, after, 100);
    }

    private static void trail(MeasuredSide side, SplittableRandom random) {
        FundId fund = GeneratedHistory.fund(random.nextInt(GeneratedHistory.FUNDS));
        Cursor after = new Cursor(random.nextLong(side.history.count()), 0);
        var _ = side.trail.of(fund, point(side, random), TrailFilter.ALL, after, 100);
    }

    private static void changes(MeasuredSide side, SplittableRandom random) {
        long position = random.nextLong(side.history.count() / 2, side.history.count() - 10_001);
        LocalDate day = LocalDate.of(2026, 1, 1);
        var _ =
                side.changes.between(
                        GeneratedHistory.fund(7),
                        new AsOf(day, side.history.recorded(position)),
                        new AsOf(day, side.history.recorded(position + 10_000)));
    }

    private static void time(
            String what, int times, SplittableRandom random, Consumer<SplittableRandom> question) {
        for (int i = 0; i < Math.max(5, times / 10); i++) {
            question.accept(random);
        }
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            question.accept(random);
            nanos.add(System.nanoTime() - start);
        }
        nanos.sort(null);
        print(
                "  %-30s median %9.3f ms   p99 %9.3f ms%n",
                what,
                nanos.get(times / 2) / 1e6,
                nanos.get(Math.min(times - 1, times * 99 / 100)) / 1e6);
    }

    @FormatMethod
    static void print(String form, Object... values) {
        System.out.printf(Locale.ROOT, form, values);
    }

    static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
