package org.aidledger.api.demo;

import java.util.Random;

/** Splits whole amounts into whole parts that add up exactly. */
final class Spread {

    private Spread() {}

    /**
     * Parts in proportion to weights; what rounding leaves goes to the first parts, one each.
     *
     * @param weights zero or more each, not all zero
     */
    static long[] by(long total, long[] weights) {
        long sum = 0;
        for (long weight : weights) {
            sum += weight;
        }
        long[] parts = new long[weights.length];
        long left = total;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Math.multiplyExact(total, weights[i]) / sum;
            left -= parts[i];
        }
        for (int i = 0; left > 0; i = (i + 1) % parts.length) {
            if (weights[i] > 0) {
                parts[i]++;
                left--;
            }
        }
        return parts;
    }

    /** So many parts of about the same size, from half to one and a half times the mean. */
    static long[] about(long total, int parts, Random random) {
        long[] weights = new long[parts];
        for (int i = 0; i < parts; i++) {
            weights[i] = random.nextInt(50, 151);
        }
        return by(total, weights);
    }
}
