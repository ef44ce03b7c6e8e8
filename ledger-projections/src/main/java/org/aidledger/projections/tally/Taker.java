package org.aidledger.projections.tally;

/** Takes entries one after the other, without an object for each. */
@FunctionalInterface
interface Taker {
    void take(int series, int day, long count, long sum, String statement);
}
