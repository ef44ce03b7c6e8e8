package org.aidledger.benchmarks;

import java.util.Comparator;
import java.util.List;

/**
 * What one contestant reached.
 *
 * @param eventsPerSecond events stored durably
 * @param p50Micros half of the calls took no longer
 * @param p99Micros 99 of 100 calls took no longer
 * @param cpuMicros processor time of this JVM for each event; unlike the rate it hardly depends on
 *     what else the machine does
 */
record Rate(double eventsPerSecond, double p50Micros, double p99Micros, double cpuMicros) {

    /** That of the middle round by events. */
    static Rate median(List<Rate> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Rate::eventsPerSecond))
                .toList()
                .get(rounds.size() / 2);
    }
}
