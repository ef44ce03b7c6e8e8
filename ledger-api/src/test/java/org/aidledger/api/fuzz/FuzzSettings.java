package org.aidledger.api.fuzz;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How much is tried, and from which seed.
 *
 * @param seed makes the same inputs again
 * @param first number of the first input; to begin where something was found
 * @param inputs how many
 * @param atMost ends earlier, with fewer, on a slow machine
 */
record FuzzSettings(long seed, long first, long inputs, Duration atMost) {

    private static final long SECONDS_IN_EVERY_BUILD = 15;

    /**
     * The same inputs each time: a build breaks for what was changed. Other seeds are for people.
     */
    private static final long SEED_OF_EVERY_BUILD = 20_261_123;

    /**
     * From {@code -Dfuzz.seed}, {@code -Dfuzz.first}, {@code -Dfuzz.inputs} and {@code
     * -Dfuzz.seconds}.
     *
     * @param usual how many inputs unless the properties say otherwise
     */
    static FuzzSettings of(long usual) {
        boolean asked = System.getProperties().containsKey("fuzz.inputs");
        return new FuzzSettings(
                Long.getLong(
                        "fuzz.seed",
                        asked ? new SplittableRandom().nextInt(1_000_000) : SEED_OF_EVERY_BUILD),
                Long.getLong("fuzz.first", 0),
                Long.getLong("fuzz.inputs", usual),
                Duration.ofSeconds(
                        Long.getLong(
                                "fuzz.seconds",
                                asked ? Integer.MAX_VALUE : SECONDS_IN_EVERY_BUILD)));
    }

    /** What decides about one input: it does not depend on the ones before. */
    SplittableRandom random(long input) {
        return new SplittableRandom(seed * 1_000_003 + input);
    }

    /** How to have one input again. */
    String again(long input) {
        return "-Dfuzz.seed=%d -Dfuzz.first=%d -Dfuzz.inputs=1".formatted(seed, input);
    }
}
