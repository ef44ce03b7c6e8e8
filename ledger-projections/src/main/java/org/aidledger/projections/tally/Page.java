package org.aidledger.projections.tally;

/** So much of a chunk of a block as one row holds. */
final class Page {

    final int chunk;

    /** The first day of the facts. */
    final int day;

    /** What came before that day within the block. */
    final byte[] before;

    final byte[] facts;

    Page(int chunk, int day, byte[] before, byte[] facts) {
        this.chunk = chunk;
        this.day = day;
        this.before = before;
        this.facts = facts;
    }
}
