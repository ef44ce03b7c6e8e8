package org.aidledger.faults.check;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.faults.check.Flaw.Kind;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.Consistency;
import org.aidledger.proof.Hash;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.VerifierKey;

/**
 * Every checkpoint that was ever seen, and a tree of one's own over the log's entries: each
 * checkpoint has to be the root of its first entries, and each entry has to be that of the event at
 * its position, byte for byte.
 */
final class Proofs {

    private final VerifierKey key;
    private final Flaws flaws;
    private final Map<Long, Hash> roots = new TreeMap<>();
    private final Map<Long, String> notes = new TreeMap<>();
    private final OwnTree tree = new OwnTree();

    Proofs(VerifierKey key, Flaws flaws) {
        this.key = key;
        this.flaws = flaws;
    }

    /** Answers its size. */
    long keep(String note) {
        SignedNote signed = SignedNote.parse(note);
        Checkpoint checkpoint = Checkpoint.of(signed);
        if (!signed.isSignedWith(key)) {
            flaws.add(
                    Kind.CHECKPOINT_FORKS,
                    "the checkpoint of size %d is not signed with the log's key"
                            .formatted(checkpoint.size()));
        }
        Hash before = roots.putIfAbsent(checkpoint.size(), checkpoint.root());
        notes.putIfAbsent(checkpoint.size(), note);
        if (before != null && !before.equals(checkpoint.root())) {
            flaws.add(
                    Kind.CHECKPOINT_FORKS,
                    "there are two checkpoints of size " + checkpoint.size());
        }
        return checkpoint.size();
    }

    List<String> notes() {
        return List.copyOf(notes.values());
    }

    /** How many entries were read. */
    int entries() {
        return tree.size();
    }

    /**
     * Takes a bundle of entries. Those that were read before have to be the same.
     *
     * @param first position of its first entry, none beyond those read
     * @param lines all events by position
     */
    void entries(int first, byte[] bundle, List<StoredLine> lines) {
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        for (int position = first; rest.hasRemaining(); position++) {
            byte[] entry = new byte[rest.getShort() & 0xffff];
            rest.get(entry);
            Hash leaf = Hash.ofLeaf(entry);
            if (position == tree.size()) {
                tree.add(leaf);
                compare(position, new String(entry, StandardCharsets.UTF_8), lines);
            } else if (!tree.leaf(position).equals(leaf)) {
                flaws.add(
                        Kind.ALTERED,
                        "the log's entry %d is another one than it was".formatted(position));
            }
        }
    }

    private void compare(int position, String entry, List<StoredLine> lines) {
        if (position >= lines.size()) {
            flaws.add(
                    Kind.LOST,
                    "the log has an entry %d, and there is no such event".formatted(position));
            return;
        }
        StoredLine line = lines.get(position);
        List<String> expected =
                List.of(
                        "position " + position,
                        "stream " + line.stream(),
                        "sequence " + line.sequence(),
                        "id " + line.eventId(),
                        "type " + line.type(),
                        "payload " + payload(line));
        List<String> said = entry.lines().toList();
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(said);
        if (!missing.isEmpty()) {
            flaws.add(
                    Kind.ALTERED,
                    "the log's entry %d does not say '%s', as its event does"
                            .formatted(position, String.join("', '", missing)));
        }
    }

    private static String payload(StoredLine line) {
        return Hash.of(line.event().toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** Compares every checkpoint with the entries that it speaks for, as far as they were read. */
    void checkRoots() {
        roots.forEach((size, root) -> {
            if (size <= tree.size() && !tree.root(size).equals(root)) {
                flaws.add(
                        Kind.CHECKPOINT_FORKS,
                        "the checkpoint of size %d is not over the events that are there"
                                .formatted(size));
            }
        });
    }

    /** Checks the ledger's own proof that one checkpoint's log begins with that of another. */
    void consistent(long from, long to, List<String> path) {
        Consistency proof = new Consistency(from, to, path.stream().map(Hash::parse).toList());
        if (!proof.proves(root(from), root(to))) {
            flaws.add(
                    Kind.CHECKPOINT_FORKS,
                    "no proof that the log of size %d begins with that of size %d"
                            .formatted(to, from));
        }
    }

    private Hash root(long size) {
        Hash root = roots.get(size);
        if (root == null) {
            throw new IllegalStateException("no checkpoint of size " + size + " was kept");
        }
        return root;
    }
}
