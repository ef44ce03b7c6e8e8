package org.aidledger.benchmarks;

import java.util.List;
import java.util.Map;

/** Runs every benchmark and prints what came of it. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        Options options;
        try {
            options = Options.of(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Report report = writePath(options);
        System.out.println(options.json() ? report.json() : report.table());
    }

    private static Report writePath(Options options) {
        try (Databases databases = new Databases();
                WritePath writePath = new WritePath(databases)) {
            List<Contestant> contestants = writePath.contestants();
            Map<String, Rate> rates = new Contest(contestants, options).run(System.err::println);
            return new Report(contestants, rates, WritePath.ratios(rates));
        }
    }
}
