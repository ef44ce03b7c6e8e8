package org.aidledger.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.aidledger.benchmarks.parts.Parts;
import org.aidledger.benchmarks.reading.ReadPath;

/** Runs every benchmark and prints what came of it. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--parts")) {
            Parts.run();
            return;
        }
        Options options;
        try {
            options = Options.of(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Report report = run(options);
        System.out.println(options.json() ? report.json() : report.table());
    }

    private static Report run(Options options) {
        try (Databases databases = new Databases()) {
            Set<String> apart = new HashSet<>(ReadPath.KEYS);
            apart.add(ProofPath.VERIFY);
            apart.add(PagePath.PAGES);
            apart.add(BacklogPath.BACKLOG);
            Report writing =
                    options.wantsNothingBut(apart)
                            ? new Report(List.of(), Map.of(), Map.of(), Optional.empty())
                            : writePath(databases, options);
            Report proving =
                    options.wants(ProofPath.VERIFY)
                            ? writing.with(
                                    new ProofPath(databases, options, System.err::println).run())
                            : writing;
            Report paging =
                    options.asksFor(PagePath.PAGES)
                            ? proving.with(pagePath(databases, options))
                            : proving;
            Report reading =
                    ReadPath.KEYS.stream().anyMatch(options::wants)
                            ? paging.with(readPath(databases, options))
                            : paging;
            return options.asksFor(BacklogPath.BACKLOG)
                    ? reading.with(
                            new BacklogPath(databases, options, System.err::println).run(reading))
                    : reading;
        }
    }

    private static Map<String, Double> pagePath(Databases databases, Options options) {
        return new PagePath(
                        options.launcher()
                                .orElseThrow(
                                        () -> new IllegalArgumentException("pages need a server")),
                        options.data().orElseGet(() -> databases.folder("pages")),
                        System.err::println)
                .run();
    }

    private static ReadPath.Outcome readPath(Databases databases, Options options) {
        ReadSide readSide = new ReadSide(databases, options);
        return options.data().map(readSide::run).orElseGet(readSide::run);
    }

    private static Report writePath(Databases databases, Options options) {
        Consumer<String> progress = System.err::println;
        try (WritePath writePath = new WritePath(databases, options, progress)) {
            List<Contestant> contestants = new ArrayList<>(writePath.contestants());
            Optional<Http> http =
                    options.launcher()
                            .filter(_ -> Http.KEYS.stream().anyMatch(options::wants))
                            .map(launcher -> new Http(launcher, databases.folder("http")));
            try {
                http.ifPresent(h -> contestants.addAll(h.contestants()));
                Map<String, Rate> rates = new Contest(contestants, options).run(progress);
                Map<String, Double> ratios = new LinkedHashMap<>(WritePath.ratios(rates));
                http.ifPresent(h -> ratios.put("httpJournalCaughtUpMillis", h.millisToCatchUp()));
                return new Report(contestants, rates, ratios, Optional.empty());
            } finally {
                http.ifPresent(Http::close);
            }
        }
    }
}
