package org.aidledger.migration;

import java.sql.SQLException;
import java.util.List;
import org.aidledger.event.Migration.Progress;
import org.aidledger.event.Migration.Report;
import org.aidledger.event.Migration.Stage;
import org.aidledger.event.MigrationRefused;
import org.aidledger.eventstore.Elsewhere;
import org.aidledger.eventstore.KeptElsewhere;
import org.aidledger.eventstore.log.Original.Reading;
import org.aidledger.eventstore.read.EventRows;
import org.aidledger.migration.Comparison.Agreement;
import org.aidledger.proof.StoredEvent;

/**
 * Brings the events of a ledger to a store elsewhere. Everything else stays in its database, and so
 * do the events, as a copy from then on.
 */
final class Outward {

    private static final int PAGE = 1000;

    private final OpenEnd from;
    private final Elsewhere.Store to;
    private final EventRows rows;

    Outward(OpenEnd from, Elsewhere.Store to) {
        this.from = from;
        this.to = to;
        this.rows = new EventRows(from.worker());
    }

    Report run(Progress progress) throws SQLException {
        try (Source source = Source.opened(from)) {
            requireIdle();
            long count = source.count();
            long before = to.count();
            requireBeginning(before, count);
            copy(before, count, progress);
            Agreement agreement = compare(source, count, progress);
            requireIdle();
            KeptElsewhere.note(from.owner(), to.toString());
            return new Report(
                    count - before,
                    count,
                    LedgerMigration.latest(from),
                    agreement.root().toString(),
                    agreement.checkpoints(),
                    agreement.signedFor());
        }
    }

    private void requireIdle() {
        if (from.isServed()) {
            throw new MigrationRefused(
                    "a ledger still works on %s: end it and run this again".formatted(from));
        }
    }

    /** What stands there already has to be the first of these events. */
    private void requireBeginning(long there, long count) {
        if (there > count) {
            throw new MigrationRefused(
                    "%s holds %,d events already, and the ledger has %,d: give an empty one"
                            .formatted(to, there, count));
        }
        try (Reading reading = to.read()) {
            for (long next = 0; next < there; next += PAGE) {
                int limit = (int) Math.min(PAGE, there - next);
                List<StoredEvent> ours = rows.bytesAfter(next - 1, limit);
                List<StoredEvent> theirs = reading.next(limit);
                for (int i = 0; i < limit; i++) {
                    if (!ours.get(i).leaf().hash().equals(theirs.get(i).leaf().hash())) {
                        throw new MigrationRefused(
                                "%s holds another event at position %s: give an empty one"
                                        .formatted(to, next + i));
                    }
                }
            }
        }
    }

    private void copy(long before, long count, Progress progress) {
        for (long next = before; next < count; next = Math.min(count, next + PAGE)) {
            List<StoredEvent> page = rows.bytesAfter(next - 1, (int) Math.min(PAGE, count - next));
            to.append(page);
            progress.at(Stage.COPYING, Math.min(count, next + PAGE), count);
        }
    }

    private Agreement compare(Source source, long count, Progress progress) {
        try (Reading reading = to.read()) {
            return new Comparison(source.connection(), (_, limit) -> reading.next(limit))
                    .of(count, done -> progress.at(Stage.COMPARING, done, count));
        }
    }
}
