package org.aidledger.api.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aidledger.event.Actor;
import org.aidledger.projections.snapshots.RegisteredSnapshot;
import org.aidledger.proof.LogKey;
import org.aidledger.proof.LogStatus;
import org.aidledger.proof.NoteSignature;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.TransparencyLog;
import org.aidledger.snapshot.SnapshotDigest;
import org.aidledger.snapshot.SnapshotFigures;
import org.aidledger.snapshot.SnapshotNote;

/**
 * What a snapshot is worth now.
 *
 * @param frozen the digest that was frozen
 * @param made the digest of the figures as they come out now
 * @param note the signed note, which an outsider verifies with the log's published key; empty
 *     before it is signed
 * @param signed whether the log's key signed just that; absent before it is signed
 * @param checkpoint size of a checkpoint that speaks for the latest event of the snapshot
 * @param checkpointMade when that was made
 */
public record Verified(
        SnapshotDigest frozen,
        SnapshotDigest made,
        String note,
        Optional<Boolean> signed,
        Optional<Long> checkpoint,
        Optional<Instant> checkpointMade) {

    /** Whether the figures are those that were frozen. */
    public boolean same() {
        return frozen.equals(made);
    }

    /** Whether nothing speaks against it. */
    public boolean good() {
        return same() && signed.orElse(true);
    }

    /** Compares figures made just now with what was frozen and signed. */
    public static Verified of(
            RegisteredSnapshot snapshot, SnapshotFigures figures, TransparencyLog log) {
        Optional<SignedNote> note =
                snapshot.signed()
                        .map(s ->
                                new SignedNote(
                                        SnapshotNote.text(
                                                snapshot.frozen(), new Actor(s.by()), s.role()),
                                        s.lines().stream().map(NoteSignature::parse).toList()));
        long position =
                snapshot.withdrawn()
                        .map(RegisteredSnapshot.Withdrawn::position)
                        .or(() -> snapshot.signed().map(RegisteredSnapshot.Signed::position))
                        .orElse(snapshot.position());
        Optional<LogStatus.LastCheckpoint> last =
                log.status().last().filter(c -> c.size() > position);
        return new Verified(
                snapshot.frozen().digest(),
                figures.digest(),
                note.map(SignedNote::toString).orElse(""),
                note.map(n -> isSigned(n, log.keys())),
                last.map(LogStatus.LastCheckpoint::size),
                last.map(LogStatus.LastCheckpoint::made));
    }

    private static boolean isSigned(SignedNote note, List<LogKey> keys) {
        return keys.stream().anyMatch(k -> note.isSignedWith(k.key()));
    }
}
