package org.aidledger.proof;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * One proof that many leaves are in a tree. Their paths to the root share most of their nodes; here
 * each stands once, and none that follows from the leaves. The hashes are those of the largest
 * subtrees without any of the leaves, from left to right.
 *
 * @param size of the tree
 */
public record SharedInclusion(long size, List<Hash> hashes) {

    public SharedInclusion {
        hashes = List.copyOf(hashes);
    }

    /**
     * Makes the proof.
     *
     * @param positions of the leaves, rising
     * @throws IllegalArgumentException if they do not rise, or there is no such leaf
     */
    public static SharedInclusion prove(long[] positions, long size, Nodes nodes) {
        requireRising(positions, size);
        List<Hash> hashes = new ArrayList<>();
        collect(new Stretch(positions, 0, positions.length), 0, size, nodes, hashes);
        return new SharedInclusion(size, hashes);
    }

    private static void requireRising(long[] positions, long size) {
        long before = -1;
        for (long position : positions) {
            if (position <= before || position >= size) {
                throw new IllegalArgumentException(
                        "no leaf at " + position + " after " + before + " in " + size);
            }
            before = position;
        }
    }

    /** Some of the leaves: those that lie in one subtree. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stretch(long[] positions, int from, int to) {

        boolean isEmpty() {
            return from == to;
        }

        int firstFrom(long position) {
            int low = from;
            int high = to;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (positions[middle] < position) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        Stretch before(long position) {
            return new Stretch(positions, from, firstFrom(position));
        }

        Stretch since(long position) {
            return new Stretch(positions, firstFrom(position), to);
        }
    }

    private static void collect(
            Stretch leaves, long from, long to, Nodes nodes, List<Hash> hashes) {
        if (from == to) {
            return; // the empty tree
        }
        if (leaves.isEmpty()) {
            hashes.add(Tree.range(from, to, nodes));
        } else if (to - from > 1) {
            long middle = from + Tree.split(to - from);
            collect(leaves.before(middle), from, middle, nodes, hashes);
            collect(leaves.since(middle), middle, to, nodes, hashes);
        }
    }

    /**
     * Whether it proves that all the leaves are in the tree with that root.
     *
     * @param positions of the leaves, rising
     * @param leaves their hashes, behind each other
     */
    public boolean proves(long[] positions, byte[] leaves, Hash root) {
        try {
            requireRising(positions, size);
            Iterator<Hash> given = hashes.iterator();
            Stretch all = new Stretch(positions, 0, positions.length);
            Hash found = size == 0 ? Hash.EMPTY : joined(all, leaves, 0, size, given);
            return !given.hasNext() && found.equals(root);
        } catch (IllegalArgumentException | NoSuchElementException _) {
            return false;
        }
    }

    private static Hash joined(
            Stretch stretch, byte[] leaves, long from, long to, Iterator<Hash> given) {
        if (stretch.isEmpty()) {
            return given.next();
        }
        if (to - from == 1) {
            return Hash.at(leaves, stretch.from());
        }
        long middle = from + Tree.split(to - from);
        Hash left = joined(stretch.before(middle), leaves, from, middle, given);
        return Hash.ofNode(left, joined(stretch.since(middle), leaves, middle, to, given));
    }
}
