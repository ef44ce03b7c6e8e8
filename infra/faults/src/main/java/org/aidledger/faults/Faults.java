package org.aidledger.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Random;

/** The harness as a program: {@code aidledger faults --hours 4 --seed 42}. */
public final class Faults {

    private static final String USAGE =
            "usage: faults [--hours N | --minutes N | --seconds N] [--seed N] --jar FILE";

    private static final Duration END = Duration.ofSeconds(90);

    private Faults() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long seed = new Random().nextLong(1_000_000_000);
        Duration length = Duration.ofMinutes(2);
        Path jar = Path.of("ledger-api/target/aid-ledger.jar");
        Iterator<String> words = Arrays.asList(arguments).iterator();
        while (words.hasNext()) {
            String option = words.next();
            if (!words.hasNext()) {
                throw new IllegalArgumentException(USAGE);
            }
            String value = words.next();
            switch (option) {
                case "--seed" -> seed = Long.parseLong(value);
                case "--hours" -> length = Duration.ofHours(Long.parseLong(value));
                case "--minutes" -> length = Duration.ofMinutes(Long.parseLong(value));
                case "--seconds" -> length = Duration.ofSeconds(Long.parseLong(value));
                case "--jar" -> jar = Path.of(value);
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        Path folder = Files.createTempDirectory("faults-");
        endInOrder(Thread.currentThread());
        Report report = Run.of(new Options(seed, length, jar, folder), System.out);
        if (!report.flaws().isEmpty()) {
            Thread.ofPlatform().start(() -> System.exit(1)); // not from here: its end is waited for
        }
    }

    /** Whoever ends it shall not have to look for the processes and the disk that it leaves. */
    private static void endInOrder(Thread run) {
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .unstarted(() -> {
                                    run.interrupt();
                                    join(run);
                                }));
    }

    private static void join(Thread run) {
        try {
            run.join(END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
