package org.aidledger.benchmarks;

import com.google.errorprone.annotations.FormatMethod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aidledger.benchmarks.reading.ReadPath;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, as a table for people or as JSON for programs. */
record Report(
        List<Contestant> contestants,
        Map<String, Rate> rates,
        Map<String, Double> ratios,
        Optional<ReadPath.Outcome> reading) {

    /** This, and more figures. */
    Report with(Map<String, Double> more) {
        Map<String, Double> all = new LinkedHashMap<>(ratios);
        all.putAll(more);
        return new Report(contestants, rates, all, reading);
    }

    /** This, and what was measured of the read side. */
    Report with(ReadPath.Outcome outcome) {
        Map<String, Double> all = new LinkedHashMap<>(ratios);
        all.putAll(outcome.ratios());
        return new Report(contestants, rates, all, Optional.of(outcome));
    }

    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("ratios", ratios);
        all.put("rates", rates);
        reading.ifPresent(outcome -> all.put("reading", outcome));
        return JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(all);
    }

    String table() {
        StringBuilder table = new StringBuilder();
        line(table, "%-42s %10s %10s %10s %10s", "", "events/s", "p50 µs", "p99 µs", "cpu µs");
        for (Contestant contestant : contestants) {
            Rate rate = rates.get(contestant.key());
            if (rate != null) {
                line(
                        table,
                        "%-42s %10.0f %10.0f %10.0f %10.1f",
                        contestant.what(),
                        rate.eventsPerSecond(),
                        rate.p50Micros(),
                        rate.p99Micros(),
                        rate.cpuMicros());
            }
        }
        table.append(System.lineSeparator());
        reading.ifPresent(outcome -> {
            String events = "read side, %,d events".formatted(outcome.events());
            line(table, "%-42s %10s %10s %10s", events, "", "p50 µs", "p99 µs");
            outcome.questions()
                    .forEach(q ->
                            line(
                                    table,
                                    "%-42s %10s %10.0f %10.0f",
                                    q.what(),
                                    "",
                                    q.p50Micros(),
                                    q.p99Micros()));
            outcome.rebuildEventsPerSecond()
                    .ifPresent(rate -> line(table, "%-42s %10.0f", "rebuild", rate));
            table.append(System.lineSeparator());
        });
        ratios.forEach((name, ratio) -> line(table, "%-42s %10.2f", name, ratio));
        return table.toString();
    }

    @FormatMethod
    private static void line(StringBuilder table, String format, Object... values) {
        table.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
