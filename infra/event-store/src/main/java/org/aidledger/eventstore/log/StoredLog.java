package org.aidledger.eventstore.log;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.eventstore.log.StoredCheckpoints.Row;
import org.aidledger.eventstore.read.EventRows;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.CosignatureRefused;
import org.aidledger.proof.IssuedCheckpoint;
import org.aidledger.proof.KeyType;
import org.aidledger.proof.Leaf;
import org.aidledger.proof.LogKey;
import org.aidledger.proof.LogStatus;
import org.aidledger.proof.LogStopped;
import org.aidledger.proof.Nodes;
import org.aidledger.proof.NoteSignature;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.StoredEvent;
import org.aidledger.proof.Tile;
import org.aidledger.proof.TransparencyLog;
import org.aidledger.proof.VerifierKey;

/** The transparency log as it stands in PostgreSQL and in this node's memory. */
final class StoredLog implements TransparencyLog {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_FOR_CHECKPOINT = Duration.ofSeconds(30);

    private final LogFollower follower;
    private final StoredCheckpoints checkpoints;
    private final EventRows rows;
    private final LogKeys keys;
    private final Set<VerifierKey> inUse;
    private final List<VerifierKey> witnesses;

    StoredLog(
            LogFollower follower,
            StoredCheckpoints checkpoints,
            EventRows rows,
            LogKeys keys,
            List<VerifierKey> witnesses) {
        this.follower = follower;
        this.checkpoints = checkpoints;
        this.rows = rows;
        this.keys = keys;
        this.inUse = keys.signing().stream().map(k -> k.verifier()).collect(Collectors.toSet());
        this.witnesses = List.copyOf(witnesses);
    }

    /**
     * Keys of witnesses, as the settings give them.
     *
     * @throws IllegalStateException if one is none
     */
    static List<VerifierKey> witnesses(LogSettings settings) {
        return settings.witnesses().stream().map(StoredLog::witness).toList();
    }

    private static VerifierKey witness(String text) {
        try {
            VerifierKey key = VerifierKey.parse(text.strip());
            if (key.type() == KeyType.COSIGNATURE) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("ledger.log.witnesses: " + e.getMessage(), e);
        }
        throw new IllegalStateException("ledger.log.witnesses: " + text + " is no witness's key");
    }

    @Override
    public List<LogKey> keys() {
        List<LogKey> keys =
                checkpoints.keys().stream()
                        .map(used ->
                                new LogKey(used.key(), used.since(), inUse.contains(used.key())))
                        .toList();
        return keys.stream().sorted((a, b) -> Boolean.compare(b.inUse(), a.inUse())).toList();
    }

    @Override
    public List<VerifierKey> witnesses() {
        return witnesses;
    }

    @Override
    public List<NoteSignature> sign(String text) {
        if (text.startsWith(keys.origin() + "\n")) {
            throw new IllegalArgumentException("that would be a checkpoint");
        }
        return keys.signing().stream().map(key -> key.sign(text)).toList();
    }

    @Override
    public LogStatus status() {
        return follower.status();
    }

    @Override
    public Optional<IssuedCheckpoint> latest() {
        return checkpoints.latest().map(Row::issued);
    }

    @Override
    public Optional<IssuedCheckpoint> checkpoint(long size) {
        return checkpoints.ofSize(size).map(Row::issued);
    }

    @Override
    public List<IssuedCheckpoint> checkpoints(long below, int limit) {
        return checkpoints.below(below, limit).stream().map(Row::issued).toList();
    }

    @Override
    public IssuedCheckpoint makeCheckpoint() {
        if (!follower.awaitCheckpoint(rows.head() + 1, PATIENCE_FOR_CHECKPOINT)) {
            throw new LogStopped("the log is too far behind to sign what is stored now");
        }
        return latest().orElseThrow();
    }

    @Override
    public Nodes nodes(long size) {
        return tree(size)
                .orElseThrow(() ->
                        new IllegalArgumentException("the tree has no " + size + " leaves yet"))
                .nodes(size);
    }

    /** Another node may have signed for events that this one has not hashed yet. */
    private Optional<LiveTree> tree(long size) {
        return size <= rows.head() + 1 && follower.awaitSize(size, PATIENCE)
                ? follower.tree()
                : Optional.empty();
    }

    @Override
    public Optional<byte[]> hashes(Tile tile) {
        return follower.tree().flatMap(tree -> tree.find(tile));
    }

    @Override
    public Optional<List<Leaf>> leaves(Tile tile) {
        if (tile.level() != 0) {
            throw new IllegalArgumentException("leaves are below tiles of level 0");
        }
        long first = tile.number() * Tile.FULL;
        List<StoredEvent> events = rows.bytesAfter(first - 1, tile.width());
        return events.size() == tile.width()
                ? Optional.of(events.stream().map(StoredEvent::leaf).toList())
                : Optional.empty();
    }

    @Override
    public IssuedCheckpoint cosign(SignedNote note) {
        Checkpoint checkpoint = checkpoint(note);
        IssuedCheckpoint own =
                checkpoint(checkpoint.size())
                        .filter(made -> made.note().text().equals(note.text()))
                        .orElseThrow(
                                () -> new CosignatureRefused("this is no checkpoint of this log"));
        List<NoteSignature> theirs =
                note.signatures().stream()
                        .filter(s -> witnesses.stream().anyMatch(w -> w.isOf(s)))
                        .toList();
        if (theirs.isEmpty()) {
            throw new CosignatureRefused("there is no signature of a witness that this log knows");
        }
        for (NoteSignature signature : theirs) {
            if (witnesses.stream().noneMatch(w -> w.verifies(note.text(), signature))) {
                throw new CosignatureRefused(
                        "the signature of %s is not good".formatted(signature.name()));
            }
        }
        theirs.forEach(s -> checkpoints.cosign(checkpoint.size(), s));
        return checkpoint(own.checkpoint().size()).orElseThrow();
    }

    private static Checkpoint checkpoint(SignedNote note) {
        try {
            return Checkpoint.of(note);
        } catch (IllegalArgumentException e) {
            throw new CosignatureRefused("this is no checkpoint: " + e.getMessage());
        }
    }
}
