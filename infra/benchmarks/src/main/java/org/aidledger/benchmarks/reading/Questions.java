package org.aidledger.benchmarks.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.Indicators;
import org.aidledger.posting.Account;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.journal.JournalFilter;

/** What the read side is asked, each time of something else at another point in time. */
final class Questions {

    static final Question BALANCE =
            new Question("balance", "balance of an account", 1000, Questions::balance);

    static final List<Question> ALL =
            List.of(
                    BALANCE,
                    new Question(
                            "statement", "statement of 500 projects", 50, Questions::statement),
                    new Question("league", "league table of 200 funds", 10, Questions::league),
                    new Question(
                            "journalPage", "page of 100 of the journal", 100, Questions::journal),
                    new Question(
                            "changes", "changes between two instants", 30, Questions::changes));

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 1);

    /** Positions between two instants: some fifty events of a fund. */
    private static final int BETWEEN = 9_000;

    private Questions() {}

    /**
     * A kind of question.
     *
     * @param times how often it is asked in a quick round
     */
    record Question(String key, String what, int times, Asking asking) {}

    /** Asks once. */
    @FunctionalInterface
    interface Asking {
        void of(MeasuredSide side, SplittableRandom random);
    }

    private static void balance(MeasuredSide side, SplittableRandom random) {
        Account account =
                Account.of(
                        Account.Kind.HELD,
                        GeneratedHistory.project(random.nextInt(GeneratedHistory.MOST_PROJECTS)));
        var _ = side.balances.balance(GeneratedHistory.fund(0), account, point(side, random));
    }

    private static void statement(MeasuredSide side, SplittableRandom random) {
        side.budgets.of(GeneratedHistory.fund(0), point(side, random)).ifPresent(Indicators::of);
    }

    private static void league(MeasuredSide side, SplittableRandom random) {
        side.budgets.all(point(side, random)).forEach(Indicators::of);
    }

    private static void journal(MeasuredSide side, SplittableRandom random) {
        FundId fund = GeneratedHistory.fund(random.nextInt(side.history.funds()));
        Cursor after = new Cursor(random.nextLong(side.history.events()), 0);
        var _ = side.journal.lines(fund, point(side, random), JournalFilter.ALL, after, 100);
    }

    private static void changes(MeasuredSide side, SplittableRandom random) {
        long position = random.nextLong(side.history.events() - BETWEEN);
        var _ =
                side.changes.between(
                        GeneratedHistory.fund(1 + random.nextInt(side.history.funds() - 1)),
                        new AsOf(LAST_DAY, side.history.recorded(position)),
                        new AsOf(LAST_DAY, side.history.recorded(position + BETWEEN)));
    }

    private static AsOf point(MeasuredSide side, SplittableRandom random) {
        return new AsOf(
                LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1100)),
                side.history.recorded(random.nextLong(side.history.events())));
    }
}
