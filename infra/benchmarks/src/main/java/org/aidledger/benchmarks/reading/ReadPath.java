package org.aidledger.benchmarks.reading;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.aidledger.benchmarks.reading.Questions.Question;
import org.aidledger.projections.rebuild.ProgressListener;

/**
 * Measures the read side: questions on a long history, the most frequent one on a short history as
 * well, in turn, and a rebuild.
 */
public final class ReadPath {

    /** Keys of what is measured here. */
    public static final String QUESTIONS = "questions";

    public static final String REBUILD = "rebuild";
    public static final Set<String> KEYS = Set.of(QUESTIONS, REBUILD);

    private static final int FUNDS = 200;

    /** The opening of 200 funds alone. */
    static final long LEAST_EVENTS = 40_000;

    private static final long SMALL_EVENTS = 10_000;
    private static final int SMALL_FUNDS = 10;
    private static final String SMALL = "Small";

    private static final int ROUNDS = 3;
    private static final long PROGRESS_NANOS = 10_000_000_000L;

    private final long events;
    private final int repeats;
    private final Predicate<String> wanted;
    private final Consumer<String> progress;

    /**
     * @param events how long the long history is
     * @param repeats how many times as often as in a quick run each question is asked
     * @param wanted which keys
     */
    public ReadPath(long events, int repeats, Predicate<String> wanted, Consumer<String> progress) {
        this.events = Math.max(events, LEAST_EVENTS);
        this.repeats = repeats;
        this.wanted = wanted;
        this.progress = progress;
    }

    /** How long one kind of question took. */
    public record Answered(String key, String what, double p50Micros, double p99Micros) {}

    /**
     * What was measured.
     *
     * @param events how long the history was
     */
    public record Outcome(
            long events, List<Answered> questions, OptionalDouble rebuildEventsPerSecond) {

        /** The figures that count. */
        public Map<String, Double> ratios() {
            Map<String, Double> ratios = new LinkedHashMap<>();
            Map<String, Double> p99 = new LinkedHashMap<>();
            for (Answered question : questions) {
                p99.put(question.key(), question.p99Micros());
                ratios.put(question.key() + "P50Millis", question.p50Micros() / 1e3);
                ratios.put(question.key() + "P99Millis", question.p99Micros() / 1e3);
            }
            Double large = p99.get(Questions.BALANCE.key());
            Double small = p99.get(Questions.BALANCE.key() + SMALL);
            if (large != null && small != null) {
                ratios.put("asOfP99LargeOverSmall", large / small);
            }
            rebuildEventsPerSecond.ifPresent(rate -> ratios.put("rebuildEventsPerSecond", rate));
            return ratios;
        }
    }

    /** Fills what is not filled yet, and measures. */
    public Outcome run(DataSource forLarge, DataSource forSmall) {
        MeasuredSide large = new MeasuredSide(forLarge, new GeneratedHistory(events, FUNDS));
        MeasuredSide small =
                new MeasuredSide(forSmall, new GeneratedHistory(SMALL_EVENTS, SMALL_FUNDS));
        try {
            progress.accept("storing %,d events".formatted(events));
            small.fill(ProgressListener.SILENT);
            large.fill(telling("building"));
        } catch (SQLException e) {
            throw new IllegalStateException("the history could not be stored", e);
        }
        return new Outcome(
                events,
                wanted.test(QUESTIONS) ? ask(large, small) : List.of(),
                wanted.test(REBUILD)
                        ? OptionalDouble.of(large.rebuild(telling("rebuilding")))
                        : OptionalDouble.empty());
    }

    private ProgressListener telling(String what) {
        long[] last = {System.nanoTime()};
        return (done, of) -> {
            if (System.nanoTime() - last[0] > PROGRESS_NANOS) {
                last[0] = System.nanoTime();
                progress.accept("%s: %,d of %,d events".formatted(what, done, of));
            }
        };
    }

    private List<Answered> ask(MeasuredSide large, MeasuredSide small) {
        Map<Question, List<Long>> nanos = new LinkedHashMap<>();
        List<Long> ofSmall = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            progress.accept("questions, round %d of %d".formatted(round + 1, ROUNDS));
            ofSmall.addAll(time(Questions.BALANCE, small, round));
            for (Question question : Questions.ALL) {
                nanos.computeIfAbsent(question, _ -> new ArrayList<>())
                        .addAll(time(question, large, round));
            }
        }
        List<Answered> answered = new ArrayList<>();
        nanos.forEach(
                (question, all) -> answered.add(answered(question.key(), question.what(), all)));
        answered.add(
                answered(
                        Questions.BALANCE.key() + SMALL,
                        "the same at %,d events".formatted(SMALL_EVENTS),
                        ofSmall));
        return answered;
    }

    private List<Long> time(Question question, MeasuredSide side, int round) {
        SplittableRandom random = new SplittableRandom(round);
        int times = question.times() * repeats;
        for (int i = 0; i < Math.max(3, times / 5); i++) {
            question.asking().of(side, random);
        }
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            question.asking().of(side, random);
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }

    private static Answered answered(String key, String what, List<Long> nanos) {
        return new Answered(key, what, at(nanos, 0.5), at(nanos, 0.99));
    }

    private static double at(List<Long> nanos, double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share))) / 1e3;
    }
}
