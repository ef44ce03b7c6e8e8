package org.aidledger.api.pages.postings;

import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.Inclusion;
import org.aidledger.proof.IssuedCheckpoint;
import org.aidledger.proof.Leaf;
import org.aidledger.proof.Tile;
import org.aidledger.proof.TransparencyLog;
import org.springframework.stereotype.Component;

/** Proves here and now that an event is in the log that the latest checkpoint signs. */
@Component
class EventProof {

    private final TransparencyLog log;

    EventProof(TransparencyLog log) {
        this.log = log;
    }

    /**
     * The proof.
     *
     * @param holds whether the path from the leaf ends at the root
     * @param hashes how many it takes
     * @param address of the proof itself, for whoever checks it without this server
     */
    record Shown(
            boolean holds,
            String leaf,
            String leafHash,
            String root,
            String size,
            String made,
            int hashes,
            int signatures,
            String address) {}

    /** Empty where the reader may not see proofs, or no checkpoint speaks for the event yet. */
    Optional<Shown> of(Visit visit, long position) {
        return visit.may(Right.PROOFS)
                ? log.latest()
                        .filter(c -> c.checkpoint().size() > position)
                        .map(c -> shown(visit, position, c))
                : Optional.empty();
    }

    private Shown shown(Visit visit, long position, IssuedCheckpoint issued) {
        Checkpoint checkpoint = issued.checkpoint();
        long size = checkpoint.size();
        Inclusion proof = Inclusion.prove(position, size, log.nodes(size));
        int width = (int) (position % Tile.FULL) + 1;
        Leaf leaf = log.leaves(new Tile(0, position / Tile.FULL, width)).orElseThrow().getLast();
        return new Shown(
                proof.proves(leaf.hash(), checkpoint.root()),
                leaf.text(),
                leaf.hash().toString(),
                checkpoint.root().toString(),
                visit.say().count(size),
                visit.say().instant(issued.made()),
                proof.path().size(),
                issued.note().signatures().size(),
                "/api/v1/log/proof/inclusion?position=%d&size=%d".formatted(position, size));
    }
}
