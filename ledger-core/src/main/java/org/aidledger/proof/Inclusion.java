package org.aidledger.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A proof that a leaf is in a tree (RFC 6962 section 2.1.1, RFC 9162 section 2.1.3).
 *
 * @param position of the leaf
 * @param size of the tree
 * @param path the siblings on the way from the leaf to the root
 */
public record Inclusion(long position, long size, List<Hash> path) {

    public Inclusion {
        path = List.copyOf(path);
    }

    /**
     * Makes the proof.
     *
     * @throws IllegalArgumentException if there is no such leaf in a tree of that size
     */
    public static Inclusion prove(long position, long size, Nodes nodes) {
        if (position < 0 || position >= size) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has none at " + position);
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Tree.split(to - from);
            if (position < middle) {
                path.addFirst(Tree.range(middle, to, nodes));
                to = middle;
            } else {
                path.addFirst(Tree.range(from, middle, nodes));
                from = middle;
            }
        }
        return new Inclusion(position, size, path);
    }

    /** Whether it proves that the leaf is in the tree with that root. */
    public boolean proves(Hash leaf, Hash root) {
        if (position < 0 || position >= size) {
            return false;
        }
        long node = position;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.ofNode(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.ofNode(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
