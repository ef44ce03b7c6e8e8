package org.aidledger.proof;

/** The hashes of whole subtrees, from which any proof is made. */
@FunctionalInterface
public interface Nodes {

    /**
     * The hash over {@code 2^level} leaves from {@code index * 2^level} on, all of which exist.
     *
     * @param level 0 for leaves
     */
    Hash node(int level, long index);
}
