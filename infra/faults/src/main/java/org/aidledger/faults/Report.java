package org.aidledger.faults;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aidledger.faults.check.Flaw;
import org.aidledger.faults.fault.Fault;
import org.aidledger.faults.load.Tally;
import org.aidledger.faults.load.Tally.Way;

/** What a run did and found. */
public final class Report {

    private final long seed;
    private final Map<Fault.Kind, Integer> faults = new EnumMap<>(Fault.Kind.class);
    private final Set<String> leftOut = new LinkedHashSet<>();
    private final Map<String, Map<Way, Long>> postings = new TreeMap<>();
    private final List<String> flaws = new ArrayList<>();
    private long requests;
    private long events;
    private long checkpoints;
    private int checks;
    private int stages;

    Report(long seed) {
        this.seed = seed;
    }

    void fault(Fault fault) {
        faults.merge(fault.kind(), 1, Integer::sum);
    }

    void leftOut(Fault.Kind kind, String reason) {
        leftOut.add(kind.words() + ": " + reason);
    }

    void check() {
        checks++;
    }

    /** Adds what one ledger went through. */
    void stage(
            String name, Tally tally, long storedEvents, long seenCheckpoints, List<Flaw> found) {
        stages++;
        requests += tally.requests();
        events += storedEvents;
        checkpoints += seenCheckpoints;
        tally.counts()
                .forEach((kind, ways) ->
                        ways.forEach((way, count) ->
                                postings.computeIfAbsent(kind, _ -> new TreeMap<>())
                                        .merge(way, count, Long::sum)));
        found.forEach(flaw -> flaws.add(name + ": " + flaw));
    }

    /** What was found, in sentences. */
    public List<String> flaws() {
        return List.copyOf(flaws);
    }

    /** How many faults there were. */
    public int faults() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many kinds of fault there were. */
    int kinds() {
        return faults.size();
    }

    /** How many postings were asked for. */
    public long postings() {
        return postings.values().stream()
                .flatMap(ways -> ways.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    void print(PrintStream out) {
        out.println();
        out.println("faults");
        faults.forEach((kind, count) -> out.printf("  %-30s %,9d%n", kind.words(), count));
        leftOut.forEach(reason -> out.println("  left out: " + reason));
        out.println("postings by what was sent");
        out.printf(
                "  %-16s%s%n",
                "",
                List.of(Way.values()).stream()
                        .map(way -> "%12s".formatted(words(way)))
                        .collect(Collectors.joining()));
        postings.forEach((kind, ways) ->
                out.printf(
                        "  %-16s%s%n",
                        kind,
                        List.of(Way.values()).stream()
                                .map(way -> "%,12d".formatted(ways.getOrDefault(way, 0L)))
                                .collect(Collectors.joining())));
        out.printf(
                "%,d requests, %,d events stored, %,d checkpoints seen, %,d checks in %,d ledgers%n",
                requests, events, checkpoints, checks, stages);
        flaws.forEach(flaw -> out.println("FLAW " + flaw));
        out.println(line());
    }

    private static String words(Way way) {
        return way.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** How far it is. */
    String soFar(Tally underWay) {
        return "%,d faults of %d kinds, %,d checks, %,d postings"
                .formatted(faults(), kinds(), checks, postings() + underWay.postings());
    }

    /** All in one line. */
    String line() {
        return "faults: seed %d: %,d faults of %d kinds, %,d postings: %s"
                .formatted(
                        seed,
                        faults(),
                        kinds(),
                        postings(),
                        flaws.isEmpty()
                                ? "nothing lost, doubled, halved or contradicted"
                                : flaws.size() + " FLAWS");
    }
}
