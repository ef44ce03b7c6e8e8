package org.aidledger.projections.tally;

/**
 * What the facts of one series on one day come to within a block.
 *
 * @param day the effective date, in days since 1970
 * @param statement what was stated last; empty if nothing was
 */
record Entry(int series, int day, long count, long sum, String statement) {

    /**
     * Both together, as of the later day.
     *
     * @param later of the same series; where both are of one day, recorded later
     */
    Entry plus(Entry later) {
        boolean behind = later.day < day;
        return new Entry(
                series,
                behind ? day : later.day,
                count + later.count,
                Math.addExact(sum, later.sum),
                behind ? statement : later.statement);
    }
}
