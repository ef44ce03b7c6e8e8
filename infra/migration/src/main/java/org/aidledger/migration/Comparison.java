package org.aidledger.migration;

import java.sql.Connection;
import java.util.List;
import java.util.function.LongConsumer;
import org.aidledger.event.MigrationRefused;
import org.aidledger.eventstore.read.EventRows;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.GrowingTree;
import org.aidledger.proof.Hash;
import org.aidledger.proof.StoredEvent;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Both ends read from the first event to the last, each hashed into a tree of its own. The trees
 * have to agree with each other, and with every checkpoint that the source has signed.
 */
final class Comparison {

    private static final int PAGE = 5000;

    private final EventRows source;
    private final Pages target;
    private final Signed signed;
    private final GrowingTree sourceTree = new GrowingTree((_, _) -> {});
    private final GrowingTree targetTree = new GrowingTree((_, _) -> {});
    private long checkpoints;
    private long signedFor;

    Comparison(Connection source, Connection target) {
        this(source, new EventRows(new SingleConnectionDataSource(target, true))::bytesAfter);
    }

    Comparison(Connection source, Pages target) {
        this.source = new EventRows(new SingleConnectionDataSource(source, true));
        this.target = target;
        this.signed = new Signed(source);
    }

    /** Gives events one page after another. */
    @FunctionalInterface
    interface Pages {
        List<StoredEvent> after(long position, int limit);
    }

    /**
     * What both ends agree on.
     *
     * @param root over all events
     * @param checkpoints how many were compared
     * @param signedFor how many events the largest of them speaks for
     */
    record Agreement(Hash root, long checkpoints, long signedFor) {}

    /**
     * Compares.
     *
     * @param count how many events there are
     * @throws MigrationRefused if anything differs; the message says where
     */
    Agreement of(long count, LongConsumer progress) {
        while (sourceTree.size() < count) {
            long after = sourceTree.size() - 1;
            int limit = (int) Math.min(PAGE, count - sourceTree.size());
            List<StoredEvent> ours = source.bytesAfter(after, limit);
            List<StoredEvent> theirs = target.after(after, limit);
            for (int i = 0; i < limit; i++) {
                take(event(ours, i, "source"), event(theirs, i, "target"));
                compareSigned();
            }
            progress.accept(sourceTree.size());
        }
        if (signed.peek().isPresent()) {
            throw new MigrationRefused(
                    "the source has signed more events than it holds: `aidledger verify` says more");
        }
        Hash root = sourceTree.root();
        if (!root.equals(targetTree.root())) {
            throw new MigrationRefused(
                    "the two ends have other roots: %s and %s".formatted(root, targetTree.root()));
        }
        return new Agreement(root, checkpoints, signedFor);
    }

    private StoredEvent event(List<StoredEvent> page, int index, String end) {
        long position = sourceTree.size();
        if (index >= page.size() || page.get(index).position() != position) {
            throw new MigrationRefused(
                    "the %s lacks the event at position %s".formatted(end, position));
        }
        return page.get(index);
    }

    private void take(StoredEvent ours, StoredEvent theirs) {
        Hash hash = ours.leaf().hash();
        Hash copied = theirs.leaf().hash();
        if (!hash.equals(copied)) {
            throw new MigrationRefused(
                    ("at position %s the target holds another event than the source (%s of %s): empty"
                                    + " the target and begin anew")
                            .formatted(ours.position(), ours.name(), ours.stream()));
        }
        sourceTree.add(hash);
        targetTree.add(copied);
    }

    private void compareSigned() {
        long size = sourceTree.size();
        if (signed.peek().filter(c -> c.size() == size).isEmpty()) {
            return;
        }
        Checkpoint checkpoint = signed.peek().orElseThrow();
        if (!checkpoint.root().equals(targetTree.root())) {
            throw new MigrationRefused(
                    ("the source is not as it was signed: its checkpoint over %s events has another"
                                    + " root; `aidledger verify` says more")
                            .formatted(size));
        }
        signed.take();
        checkpoints++;
        signedFor = size;
    }
}
