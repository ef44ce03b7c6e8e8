package org.aidledger.faults.check;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.proof.Hash;
import org.aidledger.proof.Nodes;
import org.aidledger.proof.Tree;

/** A Merkle tree over the entries that were read, from which every earlier root can be had. */
final class OwnTree implements Nodes {

    private final List<List<Hash>> levels = new ArrayList<>(List.of(new ArrayList<>()));

    int size() {
        return levels.getFirst().size();
    }

    Hash leaf(int index) {
        return levels.getFirst().get(index);
    }

    void add(Hash leaf) {
        Hash node = leaf;
        for (int level = 0; ; level++) {
            if (level == levels.size()) {
                levels.add(new ArrayList<>());
            }
            List<Hash> row = levels.get(level);
            row.add(node);
            if (row.size() % 2 == 1) {
                return;
            }
            node = Hash.ofNode(row.get(row.size() - 2), node);
        }
    }

    /** The root over the first entries. */
    Hash root(long size) {
        return Tree.root(size, this);
    }

    @Override
    public Hash node(int level, long index) {
        return levels.get(level).get(Math.toIntExact(index));
    }
}
