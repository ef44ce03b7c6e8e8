package org.aidledger.api.bundle;

import java.io.BufferedWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.aidledger.api.command.Receipts;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.findings.FindingRegister;
import org.aidledger.projections.json.Components;
import org.aidledger.proof.EventBytes;
import org.aidledger.proof.Hash;
import org.aidledger.proof.IssuedCheckpoint;
import org.aidledger.proof.SharedInclusion;
import org.aidledger.proof.StoredEvent;
import org.aidledger.proof.TransparencyLog;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a fund's bundle. */
final class BundleExport {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int HASHES_IN_LINE = 1000;
    private static final int CHECKPOINTS_LOOKED_AT = 100;

    private final TransparencyLog log;
    private final EventBytes bytes;
    private final Budgets budgets;
    private final FindingRegister findings;
    private final Receipts receipts;

    BundleExport(
            TransparencyLog log,
            EventBytes bytes,
            Budgets budgets,
            FindingRegister findings,
            Receipts receipts) {
        this.log = log;
        this.bytes = bytes;
        this.budgets = budgets;
        this.findings = findings;
        this.receipts = receipts;
    }

    /**
     * Writes the bundle of a fund at a point in time.
     *
     * @throws ProblemException if there is no such fund then, or the read side is behind
     */
    void write(FundId fund, AsOf wanted, BufferedWriter out) throws IOException {
        AsOf asOf = settled(wanted);
        FundFigures figures =
                budgets.of(fund, asOf).orElseThrow(() -> ProblemException.unknownFund(fund));
        line(
                out,
                BundleForm.JSON
                        .createObjectNode()
                        .put(BundleForm.BUNDLE, BundleForm.NAME)
                        .put(BundleForm.FUND, fund.value())
                        .put(BundleForm.AS_OF, asOf.effective().toString())
                        .put(BundleForm.KNOWN_AT, asOf.known().toString()));
        long[] positions = events(fund, asOf, out);
        IssuedCheckpoint checkpoint = checkpointFor(positions[positions.length - 1]);
        long size = checkpoint.checkpoint().size();
        proof(SharedInclusion.prove(positions, size, log.nodes(size)).hashes(), out);
        out.append("{\"" + BundleForm.FIGURES + "\":")
                .append(Components.write(figures))
                .append("}\n");
        line(
                out,
                BundleForm.JSON
                        .createObjectNode()
                        .put(BundleForm.CHECKPOINT, checkpoint.note().toString()));
    }

    /**
     * With what is known now, where more was asked for: what is recorded from now on does not
     * belong to the bundle. The read side has to know as much.
     */
    private AsOf settled(AsOf wanted) {
        long head = log.status().stored() - 1;
        List<StoredEvent> last = bytes.bytesAfter(head - 1, 1);
        if (last.isEmpty()) {
            return wanted; // no fund is known yet
        }
        if (!receipts.isVisible(head, PATIENCE)) {
            throw new ProblemException(
                    ProblemCode.READ_SIDE_BEHIND,
                    "The figures do not hold position %s yet.".formatted(head));
        }
        Instant latest = last.getFirst().recorded();
        return wanted.known().isAfter(latest) ? new AsOf(wanted.effective(), latest) : wanted;
    }

    private long[] events(FundId fund, AsOf asOf, BufferedWriter out) throws IOException {
        List<String> names =
                Stream.concat(
                                Stream.of(fund.value()),
                                findings.ids(fund).stream().map(id -> "finding:" + id))
                        .toList();
        LongStream.Builder positions = LongStream.builder();
        FundStreams events = new FundStreams(bytes, names, asOf.known());
        while (events.hasNext()) {
            StoredEvent event = events.next();
            positions.add(event.position());
            line(out, BundleForm.event(event));
        }
        return positions.build().toArray();
    }

    /** The latest that a witness has signed, else the latest; it has to speak for the position. */
    private IssuedCheckpoint checkpointFor(long position) {
        List<IssuedCheckpoint> latest =
                log.checkpoints(Long.MAX_VALUE, CHECKPOINTS_LOOKED_AT).stream()
                        .filter(c -> c.checkpoint().size() > position)
                        .toList();
        Optional<IssuedCheckpoint> cosigned = latest.stream().filter(this::isCosigned).findFirst();
        return cosigned.or(() -> latest.stream().findFirst()).orElseGet(log::makeCheckpoint);
    }

    private boolean isCosigned(IssuedCheckpoint checkpoint) {
        return checkpoint.note().signatures().stream()
                .anyMatch(s -> log.witnesses().stream().anyMatch(w -> w.isOf(s)));
    }

    private static void proof(List<Hash> hashes, BufferedWriter out) throws IOException {
        for (int from = 0; from < hashes.size(); from += HASHES_IN_LINE) {
            ObjectNode line = BundleForm.JSON.createObjectNode();
            ArrayNode array = line.putArray(BundleForm.PROOF);
            hashes.subList(from, Math.min(hashes.size(), from + HASHES_IN_LINE))
                    .forEach(hash -> array.add(hash.toString()));
            line(out, line);
        }
    }

    private static void line(BufferedWriter out, ObjectNode line) throws IOException {
        out.append(line.toString()).append('\n');
    }
}
