package org.aidledger.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param duration of one contestant's turn
 * @param only keys of the contestants that take part, or nothing for all
 */
record Options(Duration warmUp, Duration duration, int rounds, boolean json, Set<String> only) {

    static final String USAGE =
            "usage: Benchmarks [--quick] [--format table|json]" + " [--only KEY,KEY…]";

    /**
     * @throws IllegalArgumentException if it asks for what is not there
     */
    static Options of(List<String> arguments) {
        boolean quick = false;
        boolean json = false;
        Set<String> only = Set.of();
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--quick" -> quick = true;
                case "--format" -> json = json(arguments, ++i);
                case "--only" -> only = Set.of(value(arguments, ++i).split(",", -1));
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        return quick
                ? new Options(Duration.ofMillis(1000), Duration.ofMillis(1500), 3, json, only)
                : new Options(Duration.ofSeconds(4), Duration.ofSeconds(5), 3, json, only);
    }

    private static boolean json(List<String> arguments, int at) {
        return switch (value(arguments, at)) {
            case "json" -> true;
            case "table" -> false;
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static String value(List<String> arguments, int at) {
        return at < arguments.size() ? arguments.get(at) : "";
    }
}
