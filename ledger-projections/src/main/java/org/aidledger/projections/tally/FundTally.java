package org.aidledger.projections.tally;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aidledger.money.Denomination;

/** What every series of a fund comes to at a point in time. */
public final class FundTally {

    private final Denomination denomination;
    private final List<Subject> subjects;
    private final long[] counts;
    private final long[] sums;
    private final int[] days;
    private final String[] statements;

    /**
     * @param subjects by their numbers
     */
    FundTally(Denomination denomination, List<Subject> subjects) {
        this.denomination = denomination;
        this.subjects = subjects;
        int series = subjects.size() * Measure.LIMIT;
        counts = new long[series];
        sums = new long[series];
        days = new int[series];
        statements = new String[series];
        Arrays.fill(days, Integer.MIN_VALUE);
    }

    /** The denomination of the fund's money. */
    public Denomination denomination() {
        return denomination;
    }

    /** Takes in a part; parts come in the order of recording. */
    void add(int series, int day, long count, long sum, String statement) {
        counts[series] += count;
        sums[series] = Math.addExact(sums[series], sum);
        if (day >= days[series]) {
            days[series] = day;
            statements[series] = statement;
        }
    }

    /** The numbers of the subjects of a kind, in the order in which events first named them. */
    public IntStream subjects(Subject.Kind kind) {
        return IntStream.range(0, subjects.size()).filter(n -> subjects.get(n).kind() == kind);
    }

    /** A subject by its number. */
    public Subject subject(int number) {
        return subjects.get(number);
    }

    /** How many facts. */
    public long count(int subject, Measure measure) {
        return counts[Series.of(subject, measure)];
    }

    /** The sum of their amounts. */
    public long sum(int subject, Measure measure) {
        return sums[Series.of(subject, measure)];
    }

    /** The latest effective date of a fact. */
    public Optional<LocalDate> lastDay(int subject, Measure measure) {
        return day(days[Series.of(subject, measure)]);
    }

    private static Optional<LocalDate> day(int day) {
        return day == Integer.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    /** The latest effective date of a fact of any of several measures. */
    public Optional<LocalDate> lastDay(int subject, Collection<Measure> measures) {
        int last = Integer.MIN_VALUE;
        for (Measure measure : measures) {
            last = Math.max(last, days[Series.of(subject, measure)]);
        }
        return day(last);
    }

    /** What was stated last by effective date, and on that date last in order of recording. */
    public Optional<String> statement(int subject, Measure measure) {
        return Optional.ofNullable(statements[Series.of(subject, measure)]);
    }
}
