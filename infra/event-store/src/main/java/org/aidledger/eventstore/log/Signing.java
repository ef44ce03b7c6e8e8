package org.aidledger.eventstore.log;

import java.util.Optional;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.Hash;
import org.aidledger.proof.IssuedCheckpoint;
import org.aidledger.proof.LogStopped;
import org.aidledger.proof.Nodes;
import org.aidledger.proof.Tile;
import org.aidledger.proof.Tree;

/** Makes checkpoints, and none that contradicts an earlier one. */
final class Signing {

    private final LiveTree tree;
    private final StoredCheckpoints stored;
    private final LogKeys keys;

    Signing(LiveTree tree, StoredCheckpoints stored, LogKeys keys) {
        this.tree = tree;
        this.stored = stored;
        this.keys = keys;
    }

    /**
     * Signs the tree as it is now, unless a checkpoint speaks for all of it already; answers the
     * latest one.
     *
     * @throws LogStopped if the tree is not one that begins with what was signed before
     */
    IssuedCheckpoint sign() {
        long size = tree.size();
        Optional<IssuedCheckpoint> before = latest();
        if (before.isPresent()) {
            requireConsistent(before.get().checkpoint());
            if (before.get().checkpoint().size() >= size) {
                return before.get();
            }
        }
        Checkpoint checkpoint =
                new Checkpoint(keys.origin(), size, Tree.root(size, tree.nodes(size)));
        long signed = before.map(b -> b.checkpoint().size()).orElse(0L);
        long first = Math.max(signed, size - size % Tile.FULL);
        stored.store(checkpoint.signed(keys.signing()), first, leaves(first, size));
        IssuedCheckpoint made = stored.ofSize(size).orElseThrow().issued();
        requireConsistent(made.checkpoint()); // another node may have been quicker
        return made;
    }

    Optional<IssuedCheckpoint> latest() {
        return stored.latest().map(StoredCheckpoints.Row::issued);
    }

    /**
     * Compares the tree with what was signed before.
     *
     * @throws LogStopped if they contradict each other
     */
    void requireConsistent(Checkpoint signed) {
        if (!signed.origin().equals(keys.origin())) {
            throw new LogStopped(
                    "the latest checkpoint is of a log named %s, not %s"
                            .formatted(signed.origin(), keys.origin()));
        }
        if (signed.size() <= tree.size()
                && !signed.root().equals(Tree.root(signed.size(), tree.nodes(signed.size())))) {
            throw new LogStopped(
                    ("the first %s events are not those that were signed: the checkpoint over them"
                                    + " has another root")
                            .formatted(signed.size()));
        }
    }

    private byte[] leaves(long first, long size) {
        Nodes nodes = tree.nodes(size);
        byte[] leaves = new byte[(int) (size - first) * Hash.BYTES];
        for (long position = first; position < size; position++) {
            nodes.node(0, position).into(leaves, (int) (position - first));
        }
        return leaves;
    }
}
