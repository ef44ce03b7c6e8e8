package org.aidledger.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param duration of one contestant's turn
 * @param only keys of the contestants that take part, or nothing for all
 * @param pgledger folder with the sources of pgledger, to measure it as well
 * @param launcher the program that starts a server, to measure HTTP as well
 */
record Options(
        Duration warmUp,
        Duration duration,
        int rounds,
        boolean json,
        Set<String> only,
        Optional<Path> pgledger,
        Optional<Path> launcher) {

    static final String USAGE =
            "usage: aidledger bench [--quick] [--format table|json] [--only KEY,KEY…]"
                    + " [--pgledger DIR]\n       aidledger bench --parts";

    /**
     * @throws IllegalArgumentException if it asks for what is not there
     */
    static Options of(List<String> arguments) {
        boolean quick = false;
        boolean json = false;
        Set<String> only = Set.of();
        Optional<Path> pgledger = Optional.empty();
        Optional<Path> launcher = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--quick" -> quick = true;
                case "--format" -> json = json(arguments, ++i);
                case "--only" -> only = Set.of(value(arguments, ++i).split(",", -1));
                case "--pgledger" -> pgledger = Optional.of(pgledger(value(arguments, ++i)));
                case "--launcher" -> launcher = Optional.of(Path.of(value(arguments, ++i)));
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        Duration warmUp = quick ? Duration.ofMillis(700) : Duration.ofSeconds(4);
        Duration duration = quick ? Duration.ofSeconds(1) : Duration.ofSeconds(5);
        return new Options(warmUp, duration, 3, json, only, pgledger, launcher);
    }

    private static Path pgledger(String folder) {
        if (!Files.exists(Path.of(folder, "pgledger.sql"))) {
            throw new IllegalArgumentException("there is no pgledger.sql in '" + folder + "'");
        }
        return Path.of(folder);
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
