package org.aidledger.proof;

/** Hashes of stretches of leaves, as RFC 6962 section 2.1 joins them. */
public final class Tree {

    private Tree() {}

    /** The root over the first leaves, so many. */
    public static Hash root(long size, Nodes nodes) {
        return size == 0 ? Hash.EMPTY : range(0, size, nodes);
    }

    /**
     * The hash over a stretch of leaves that is a subtree of some tree.
     *
     * @param from first leaf, a multiple of the largest power of two that fits into the stretch
     * @param to the leaf after the last
     */
    static Hash range(long from, long to, Nodes nodes) {
        long count = to - from;
        int level = Long.SIZE - 1 - Long.numberOfLeadingZeros(count);
        if (count == 1L << level) {
            return nodes.node(level, from >> level);
        }
        long middle = from + split(count);
        return Hash.ofNode(range(from, middle, nodes), range(middle, to, nodes));
    }

    /** How many of several leaves are in the left subtree: the largest power of two below. */
    static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
