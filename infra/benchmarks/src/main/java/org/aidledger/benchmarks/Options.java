package org.aidledger.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param duration of one contestant's turn
 * @param events how many the read side is measured on
 * @param data folder of a ledger that keeps these events, or nothing to measure on one of its own
 * @param only keys of the contestants that take part, or nothing for all
 * @param pgledger folder with the sources of pgledger, to measure it as well
 * @param launcher the program that starts a server, to measure HTTP as well
 * @param axonServer {@code host:port} of an empty Axon Server, to measure the ledger on it as well
 * @param axonServerPeer that of another one, for stock Axon
 */
record Options(
        Duration warmUp,
        Duration duration,
        int rounds,
        int repeats,
        long events,
        Optional<Path> data,
        boolean json,
        Set<String> only,
        Optional<Path> pgledger,
        Optional<Path> launcher,
        Optional<String> axonServer,
        Optional<String> axonServerPeer) {

    static final String USAGE =
            "usage: aidledger bench [--quick] [--format table|json] [--only KEY,KEY…]"
                    + " [--events N] [--data DIR] [--pgledger DIR]"
                    + " [--axon-server HOST:PORT [--axon-server-peer HOST:PORT]]"
                    + "\n       aidledger bench --parts";

    private static final long QUICK_EVENTS = 50_000;
    private static final long EVENTS = 1_000_000;

    /**
     * @throws IllegalArgumentException if it asks for what is not there
     */
    static Options of(List<String> arguments) {
        boolean quick = false;
        boolean json = false;
        Set<String> only = Set.of();
        OptionalLong events = OptionalLong.empty();
        Optional<Path> data = Optional.empty();
        Optional<Path> pgledger = Optional.empty();
        Optional<Path> launcher = Optional.empty();
        Optional<String> axonServer =
                Optional.ofNullable(System.getenv("AXON_SERVER")).filter(s -> !s.isBlank());
        Optional<String> axonServerPeer = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--quick" -> quick = true;
                case "--format" -> json = json(arguments, ++i);
                case "--events" -> events = OptionalLong.of(number(value(arguments, ++i)));
                case "--data" -> data = Optional.of(Path.of(value(arguments, ++i)));
                case "--only" -> only = Set.of(value(arguments, ++i).split(",", -1));
                case "--pgledger" -> pgledger = Optional.of(pgledger(value(arguments, ++i)));
                case "--launcher" -> launcher = Optional.of(Path.of(value(arguments, ++i)));
                case "--axon-server" -> axonServer = Optional.of(address(arguments, ++i));
                case "--axon-server-peer" -> axonServerPeer = Optional.of(address(arguments, ++i));
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        Duration warmUp = quick ? Duration.ofMillis(700) : Duration.ofSeconds(4);
        Duration duration = quick ? Duration.ofSeconds(1) : Duration.ofSeconds(5);
        return new Options(
                warmUp,
                duration,
                3,
                quick ? 1 : 5,
                events.orElse(quick ? QUICK_EVENTS : EVENTS),
                data,
                json,
                only,
                pgledger,
                launcher,
                axonServer,
                axonServerPeer);
    }

    /** Whether something takes part. */
    boolean wants(String key) {
        return only.isEmpty() || only.contains(key);
    }

    /** Whether something is asked for by name. */
    boolean asksFor(String key) {
        return only.contains(key);
    }

    /** Whether nothing else takes part. */
    boolean wantsNothingBut(Set<String> keys) {
        return !only.isEmpty() && keys.containsAll(only);
    }

    private static Path pgledger(String folder) {
        if (!Files.exists(Path.of(folder, "pgledger.sql"))) {
            throw new IllegalArgumentException("there is no pgledger.sql in '" + folder + "'");
        }
        return Path.of(folder);
    }

    private static String address(List<String> arguments, int at) {
        String address = value(arguments, at);
        if (!address.matches("[^:/,]+:[0-9]+")) {
            throw new IllegalArgumentException(
                    "say where Axon Server is, such as localhost:8124, not '" + address + "'");
        }
        return address;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.replace("_", ""));
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(USAGE);
        }
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
