package org.aidledger.proof;

import java.util.List;
import java.util.Optional;

/** The tree over all events and its checkpoints. Every event store offers this. */
public interface TransparencyLog {

    /** Every key that checkpoints were signed with; those in use come first. */
    List<LogKey> keys();

    /** Keys of the witnesses whose signatures are taken. */
    List<VerifierKey> witnesses();

    /** How far it is. */
    LogStatus status();

    /** The latest checkpoint. */
    Optional<IssuedCheckpoint> latest();

    /** The checkpoint of a size, if one was made. */
    Optional<IssuedCheckpoint> checkpoint(long size);

    /** Checkpoints below a size, the largest first. */
    List<IssuedCheckpoint> checkpoints(long below, int limit);

    /**
     * A checkpoint over all events that are stored now, or more.
     *
     * @throws LogStopped if the log makes none any more
     */
    IssuedCheckpoint makeCheckpoint();

    /**
     * Signs a note's text that is no checkpoint, such as that of a snapshot, with every key in use.
     *
     * @throws IllegalArgumentException if it could be taken for a checkpoint of this log
     */
    List<NoteSignature> sign(String text);

    /**
     * The nodes of the tree of a size, for proofs.
     *
     * @throws IllegalArgumentException if the tree is not that large
     */
    Nodes nodes(long size);

    /** The hashes of a tile, if the tree has all of them. */
    Optional<byte[]> hashes(Tile tile);

    /** The leaves below a tile of level 0, if the tree has all of them. */
    Optional<List<Leaf>> leaves(Tile tile);

    /**
     * Keeps the signatures of witnesses on one of the log's own checkpoints.
     *
     * @return the checkpoint with all signatures that it has now
     * @throws CosignatureRefused if it is no checkpoint of this log, or has no signature of a
     *     witness that this log knows
     */
    IssuedCheckpoint cosign(SignedNote note);
}
