package org.aidledger.api.fuzz;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts what was tried and what came of it, for one line at the end. */
final class Counts {

    private final Map<String, LongAdder> tried = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();

    void count(Object kind, String answer) {
        tried.computeIfAbsent(kind.toString(), _ -> new LongAdder()).increment();
        answers.computeIfAbsent(answer, _ -> new LongAdder()).increment();
    }

    long total() {
        return tried.values().stream().mapToLong(LongAdder::sum).sum();
    }

    @Override
    public String toString() {
        return "%d inputs (%s); answers: %s".formatted(total(), written(tried), written(answers));
    }

    private static String written(Map<String, LongAdder> counts) {
        return counts.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue().sum())
                .collect(Collectors.joining(", "));
    }
}
