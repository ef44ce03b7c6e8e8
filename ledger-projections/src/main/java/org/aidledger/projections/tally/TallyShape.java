package org.aidledger.projections.tally;

/**
 * How the index is cut. Small numbers give many levels, which tests want; larger ones fewer rows.
 *
 * @param leafFacts facts that make a leaf
 * @param radix blocks that make one of the next level, from 2
 * @param levels levels there are, from 2; the last one has as many blocks as it takes
 * @param pageEntries least entries of a page
 */
public record TallyShape(int leafFacts, int radix, int levels, int pageEntries) {

    /** The shape that was measured to serve best. */
    public static final TallyShape STANDARD = new TallyShape(128, 4, 9, 64);

    public TallyShape {
        if (leafFacts < 1 || radix < 2 || levels < 2 || pageEntries < 1) {
            throw new IllegalArgumentException("no shape of an index");
        }
    }

    /** Leaves in a block of a level; a leaf is a block of level 1. */
    long span(int level) {
        long span = 1;
        for (int i = 1; i < level; i++) {
            span *= radix;
        }
        return span;
    }
}
