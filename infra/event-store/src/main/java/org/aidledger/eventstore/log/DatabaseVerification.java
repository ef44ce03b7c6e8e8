package org.aidledger.eventstore.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.eventstore.payee.MasterKeys;
import org.aidledger.eventstore.payee.PayeeVerification;
import org.aidledger.eventstore.read.EventRows;
import org.aidledger.proof.Flaw;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.StoredEvent;
import org.aidledger.proof.Verification;
import org.aidledger.proof.VerificationReport;
import org.aidledger.proof.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goes through the payees and the events in the database once, from the first to the last. */
final class DatabaseVerification implements Verification {

    private static final int PAGE = 2000;

    /** In one statement, so that no append comes in between. */
    private static final String ENDS =
            """
            select position,
                   coalesce((select max(position) from ledger.events), -1),
                   coalesce((select max(size) from ledger.checkpoints), 0)
            from ledger.head
            """;

    private final EventRows rows;
    private final StoredTiles tiles;
    private final StoredCheckpoints checkpoints;
    private final DataSource dataSource;
    private final MasterKeys masters;
    private final Optional<Original> original;
    private final JdbcClient jdbc;

    DatabaseVerification(
            EventRows rows,
            StoredTiles tiles,
            StoredCheckpoints checkpoints,
            DataSource dataSource,
            MasterKeys masters,
            Optional<Original> original) {
        this.rows = rows;
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.dataSource = dataSource;
        this.masters = masters;
        this.original = original;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Where the events end.
     *
     * @param head as the appends say
     * @param last as the events say
     * @param signed as the checkpoints say
     */
    private record Ends(long head, long last, long signed) {}

    @Override
    public VerificationReport run(
            List<SignedNote> older, List<VerifierKey> given, Progress progress) {
        List<VerifierKey> keys = given.isEmpty() ? named() : given;
        Ends ends =
                jdbc.sql(ENDS)
                        .query((row, _) -> new Ends(row.getLong(1), row.getLong(2), row.getLong(3)))
                        .single();
        PayeeVerification payees = PayeeVerification.ofRows(dataSource, masters);
        Verdict verdict = new Verdict();
        SignedRoots signed = new SignedRoots(checkpoints, ends.signed(), keys, older);
        Walk walk = new Walk(tiles, signed, verdict);
        try (Collation collation = new Collation(original.map(Original::read))) {
            walk(walk, payees, collation, ends.head() + 1, progress);
            collation.flaws().forEach(verdict::flaw);
        }
        long signedEnd = signed.largestLeft();
        long end = Math.max(Math.max(ends.head() + 1, signedEnd), walk.next());
        if (walk.next() < end) {
            verdict.missing(walk.next(), end - 1);
        }
        if (ends.last() > ends.head()) {
            verdict.beyond(ends.head() + 1, ends.last());
        }
        signed.flaws().forEach(verdict::flaw);
        List<Flaw> flaws = new ArrayList<>(verdict.flaws());
        flaws.addAll(payees.flaws());
        return new VerificationReport(
                walk.next(),
                verdict.good(),
                walk.comparedTiles(),
                verdict.storedCheckpoints(),
                older.size(),
                payees.names(),
                flaws);
    }

    private List<VerifierKey> named() {
        return checkpoints.keys().stream().map(StoredCheckpoints.UsedKey::key).toList();
    }

    private void walk(
            Walk walk,
            PayeeVerification payees,
            Collation collation,
            long count,
            Progress progress) {
        List<StoredEvent> page = rows.bytesAfter(-1, PAGE);
        while (!page.isEmpty() && walk.next() < count) {
            List<StoredEvent> meant =
                    page.stream().filter(event -> event.position() < count).toList();
            meant.forEach(walk::take);
            payees.take(meant);
            collation.take(meant);
            progress.at(Math.min(walk.next(), count), count);
            page = rows.bytesAfter(page.getLast().position(), PAGE);
        }
    }
}
