package org.aidledger.projections.tally;

/**
 * The number of a series within its fund: the subject's number and the measure in one. Subjects are
 * numbered in the order in which the fund's events first name them; so many of them, side by side,
 * share a chunk.
 */
final class Series {

    /** Subjects in a chunk. */
    static final int CHUNK_SUBJECTS = 64;

    private static final int CHUNK_SERIES = CHUNK_SUBJECTS * Measure.LIMIT;

    private Series() {}

    static int of(int subject, Measure measure) {
        return subject * Measure.LIMIT + measure.code();
    }

    static int chunk(int series) {
        return series / CHUNK_SERIES;
    }
}
