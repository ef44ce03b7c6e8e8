package org.aidledger.faults.check;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.aidledger.faults.check.Verdict.Accepted;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.Hash;
import org.aidledger.proof.KeyType;
import org.aidledger.proof.SigningKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ledger of a few lines, whose every line a test can spoil. */
final class Ledger {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FUND = "F";

    final Flaws flaws = new Flaws();
    final Model model = new Model(flaws);
    final List<StoredLine> lines = new ArrayList<>();
    private final SigningKey signing;
    private final Checker checker;
    private long recordedMillis;

    Ledger() {
        signing = SigningKey.of("test", KeyType.NOTE, new byte[32]);
        checker = new Checker(model, signing.verifier(), flaws);
    }

    Checker checker() {
        return checker;
    }

    /** Asked for, acknowledged, and there. */
    Wanted posted(String id, String amount) {
        Wanted wanted = asked(id, amount);
        StoredLine line = stored(wanted, amount);
        acknowledged(wanted, line);
        return wanted;
    }

    Wanted asked(String id, String amount) {
        Wanted wanted =
                new Wanted(new Key(FUND, id), "fund.funds-received", Map.of("/amount", amount));
        model.asking(List.of(wanted));
        return wanted;
    }

    void acknowledged(Wanted wanted, StoredLine line) {
        model.answered(
                wanted.key(),
                new Accepted(OptionalLong.of(line.position()), List.of(line.eventId()), false));
    }

    /** There at the next position. */
    StoredLine stored(Wanted wanted, String amount) {
        StoredLine line = line(wanted, amount, lines.size(), lines.size());
        lines.add(line);
        return line;
    }

    StoredLine line(Wanted wanted, String amount, long position, long sequence) {
        JsonNode event =
                JSON.readTree(
                        """
                        {"fund":"F","voucher":{"postingId":"%s","effective":"2024-03-01"},\
                        "amount":"%s"}\
                        """
                                .formatted(wanted.key().postingId(), amount));
        return new StoredLine(
                position,
                "id-" + position,
                FUND,
                sequence,
                wanted.type(),
                Instant.ofEpochMilli(++recordedMillis),
                event);
    }

    /** Shows everything to the checker. */
    List<Flaw> checked() {
        lines.forEach(checker::event);
        checker.answers();
        return flaws.found();
    }

    /** The entries of some events, as a log of tiles gives them out. */
    static byte[] entries(List<StoredLine> lines) {
        List<byte[]> entries =
                lines.stream().map(line -> entry(line).getBytes(StandardCharsets.UTF_8)).toList();
        ByteBuffer bundle =
                ByteBuffer.allocate(
                        entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum());
        entries.forEach(entry -> bundle.putShort((short) entry.length).put(entry));
        return bundle.array();
    }

    private static String entry(StoredLine line) {
        String payload = line.event().toString();
        return """
        aid-ledger event v1
        position %d
        stream %s
        sequence %d
        id %s
        type %s
        payload %s
        """
                .formatted(
                        line.position(),
                        line.stream(),
                        line.sequence(),
                        line.eventId(),
                        line.type(),
                        Hash.of(payload.getBytes(StandardCharsets.UTF_8)).hex());
    }

    /** A checkpoint over some events. */
    String checkpoint(List<StoredLine> over) {
        OwnTree tree = new OwnTree();
        over.forEach(line -> tree.add(Hash.ofLeaf(entry(line).getBytes(StandardCharsets.UTF_8))));
        return new Checkpoint("test", over.size(), tree.root(over.size()))
                .signed(List.of(signing))
                .toString();
    }
}
