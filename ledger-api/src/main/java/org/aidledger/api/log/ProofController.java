package org.aidledger.api.log;

import java.util.List;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.ProblemException;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.Consistency;
import org.aidledger.proof.Hash;
import org.aidledger.proof.Inclusion;
import org.aidledger.proof.IssuedCheckpoint;
import org.aidledger.proof.Leaf;
import org.aidledger.proof.Nodes;
import org.aidledger.proof.Tile;
import org.aidledger.proof.TransparencyLog;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proofs against a checkpoint, computed for those who would rather not read tiles. */
@RestController
@Needs(Right.PROOFS)
@RequestMapping("/api/v1/log/proof")
class ProofController {

    private final TransparencyLog log;

    ProofController(TransparencyLog log) {
        this.log = log;
    }

    /**
     * That an event is in the log.
     *
     * @param leaf what was hashed
     * @param proof hashes in base64, from the leaf's sibling up
     * @param checkpoint the signed note of the size
     */
    record InclusionAnswer(
            long position,
            long size,
            String leaf,
            String leafHash,
            String root,
            List<String> proof,
            String checkpoint) {}

    @GetMapping("/inclusion")
    InclusionAnswer inclusion(@RequestParam long position, @RequestParam Optional<Long> size) {
        IssuedCheckpoint issued = checkpoint(size);
        Checkpoint checkpoint = issued.checkpoint();
        if (position < 0 || position >= checkpoint.size()) {
            throw ProblemException.invalid(
                    "position",
                    "the checkpoint of size %s speaks for positions below it, not for %s"
                            .formatted(checkpoint.size(), position));
        }
        Inclusion proof =
                Inclusion.prove(position, checkpoint.size(), nodes("size", checkpoint.size()));
        int width = (int) (position % Tile.FULL) + 1;
        Leaf leaf = log.leaves(new Tile(0, position / Tile.FULL, width)).orElseThrow().getLast();
        return new InclusionAnswer(
                position,
                checkpoint.size(),
                leaf.text(),
                leaf.hash().toString(),
                checkpoint.root().toString(),
                texts(proof.path()),
                issued.note().toString());
    }

    /**
     * That the log only grew.
     *
     * @param proof hashes in base64
     * @param checkpoint the signed note of the larger size
     */
    record ConsistencyAnswer(
            long from, long to, String root, List<String> proof, String checkpoint) {}

    @GetMapping("/consistency")
    ConsistencyAnswer consistency(@RequestParam long from, @RequestParam Optional<Long> to) {
        IssuedCheckpoint issued = checkpoint(to);
        Checkpoint checkpoint = issued.checkpoint();
        if (from < 0 || from > checkpoint.size()) {
            throw ProblemException.invalid(
                    "from", "from must be 0 to %s, not %s".formatted(checkpoint.size(), from));
        }
        Consistency proof =
                Consistency.prove(from, checkpoint.size(), nodes("to", checkpoint.size()));
        return new ConsistencyAnswer(
                from,
                checkpoint.size(),
                checkpoint.root().toString(),
                texts(proof.path()),
                issued.note().toString());
    }

    private IssuedCheckpoint checkpoint(Optional<Long> size) {
        return size.isPresent()
                ? CheckpointController.of(log, size.get())
                : CheckpointController.latest(log);
    }

    private Nodes nodes(String parameter, long size) {
        try {
            return log.nodes(size);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(parameter, String.valueOf(e.getMessage()));
        }
    }

    private static List<String> texts(List<Hash> hashes) {
        return hashes.stream().map(Hash::toString).toList();
    }
}
