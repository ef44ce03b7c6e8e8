package org.aidledger.benchmarks;

import java.time.Duration;

/**
 * One way to do the work, with a number of callers.
 *
 * @param key its name in ratios and in JSON
 * @param what what it does, for people
 * @param warmUps how many times the usual warm-up it gets
 */
record Contestant(String key, String what, Run run, int warmUps) {

    Contestant(String key, String what, Run run) {
        this(key, what, run, 1);
    }

    /** Does the work for a while. */
    @FunctionalInterface
    interface Run {
        Rate once(Duration duration);
    }
}
