package org.aidledger.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A proof that a tree begins with all leaves of a smaller one, unchanged (RFC 6962 section 2.1.2,
 * RFC 9162 section 2.1.4). Every tree begins with the empty one; that needs no hashes.
 *
 * @param from size of the smaller tree
 * @param to size of the larger one
 */
public record Consistency(long from, long to, List<Hash> path) {

    public Consistency {
        path = List.copyOf(path);
    }

    /**
     * Makes the proof.
     *
     * @throws IllegalArgumentException if the first tree is not the smaller one
     */
    public static Consistency prove(long from, long to, Nodes nodes) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException(
                    "a tree of " + to + " leaves does not begin with " + from);
        }
        if (from == 0 || from == to) {
            return new Consistency(from, to, List.of());
        }
        List<Hash> path = new ArrayList<>();
        long low = 0;
        long high = to;
        while (from != high) {
            long middle = low + Tree.split(high - low);
            if (from <= middle) {
                path.addFirst(Tree.range(middle, high, nodes));
                high = middle;
            } else {
                path.addFirst(Tree.range(low, middle, nodes));
                low = middle;
            }
        }
        if (low != 0) {
            path.addFirst(Tree.range(low, high, nodes));
        }
        return new Consistency(from, to, path);
    }

    /** Whether it proves that the tree with the second root begins with that of the first. */
    public boolean proves(Hash smaller, Hash larger) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && smaller.equals(larger);
        }
        if (from == 0) {
            return path.isEmpty() && smaller.equals(Hash.EMPTY);
        }
        List<Hash> hashes = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            hashes.addFirst(smaller); // the smaller tree is a whole subtree of the larger
        }
        return !hashes.isEmpty() && agree(hashes, smaller, larger);
    }

    private boolean agree(List<Hash> hashes, Hash smaller, Hash larger) {
        long node = from - 1;
        long last = to - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Hash first = hashes.getFirst();
        Hash second = hashes.getFirst();
        for (Hash hash : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = Hash.ofNode(hash, first);
                second = Hash.ofNode(hash, second);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                second = Hash.ofNode(second, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(smaller) && second.equals(larger);
    }
}
