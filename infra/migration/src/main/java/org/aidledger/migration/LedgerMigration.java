package org.aidledger.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.ServiceLoader;
import org.aidledger.accounts.PeopleBackup;
import org.aidledger.event.Migration;
import org.aidledger.event.MigrationRefused;
import org.aidledger.eventstore.Elsewhere;
import org.aidledger.eventstore.Filling;
import org.aidledger.migration.Comparison.Agreement;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From one PostgreSQL to another, be it a server or in a data folder; or its events to a store
 * elsewhere.
 */
public final class LedgerMigration implements Migration {

    private static final int BATCH = 20_000;

    private static final String LATEST =
            "select case when position < 0 then 'epoch' else recorded end from ledger.head";

    private final int batch;

    /** For {@link java.util.ServiceLoader}. */
    public LedgerMigration() {
        this(BATCH);
    }

    /**
     * @param batch events in one commit
     */
    LedgerMigration(int batch) {
        this.batch = batch;
    }

    @Override
    public Report run(End from, End to, Progress progress) {
        Optional<Elsewhere.Store> elsewhere = elsewhere(to.place());
        if (elsewhere.isPresent()) {
            return outward(from, elsewhere.get(), progress);
        }
        try (OpenEnd source = OpenEnd.existing(from);
                OpenEnd target = OpenEnd.of(to)) {
            source.folder()
                    .ifPresent(keys ->
                            target.folder().ifPresent(folder -> FolderKeys.copy(keys, folder)));
            return run(source, target, progress);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static Optional<Elsewhere.Store> elsewhere(String place) {
        return ServiceLoader.load(Elsewhere.class).stream()
                .flatMap(kind -> kind.get().at(place).stream())
                .findFirst();
    }

    private static Report outward(End from, Elsewhere.Store to, Progress progress) {
        try (to;
                OpenEnd source = OpenEnd.existing(from)) {
            return new Outward(source, to).run(progress);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static MigrationRefused refused(SQLException e) {
        return new MigrationRefused(
                "a database did not go along; what was copied stays: " + e.getMessage(), e);
    }

    private Report run(OpenEnd from, OpenEnd to, Progress progress) throws SQLException {
        try (Source source = Source.opened(from);
                Target target = Target.prepared(to, from.name())) {
            long copied = copyEvents(source, target, progress);
            requireIdle(from, target);
            copied += copyEvents(source, target, progress); // of a node that just ended
            long count = target.count();
            copyTheRest(source, target, to);
            Agreement agreement =
                    new Comparison(source.connection(), target.connection())
                            .of(count, done -> progress.at(Stage.COMPARING, done, count));
            requireIdle(from, target);
            Filling.end(to.owner());
            return new Report(
                    copied,
                    count,
                    latest(to),
                    agreement.root().toString(),
                    agreement.checkpoints(),
                    agreement.signedFor());
        }
    }

    private long copyEvents(Source source, Target target, Progress progress) throws SQLException {
        long before = target.count();
        long end = source.count();
        Events events = new Events(source.connection(), target.connection());
        for (long next = before; next < end; next = Math.min(end, next + batch)) {
            long until = Math.min(end, next + batch);
            events.copy(next, until);
            progress.at(Stage.COPYING, until, end);
        }
        return end - before;
    }

    /** A node would go on where the copy ends; while it works, the long part is done already. */
    private static void requireIdle(OpenEnd from, Target target) {
        if (from.isServed()) {
            throw new MigrationRefused(
                    ("the first %,d events are copied; a ledger still works on %s: end it and run this"
                                    + " again, which copies what came later and compares")
                            .formatted(target.count(), from));
        }
    }

    private static void copyTheRest(Source source, Target target, OpenEnd to) throws SQLException {
        try (Connection people = to.worker().getConnection()) {
            people.setAutoCommit(false);
            OtherTables.copy(new PeopleBackup().tables(), source.connection(), people);
            people.commit();
        }
        OtherTables.copy(OtherTables.ofLedger(), source.connection(), target.connection());
        target.connection().commit();
    }

    /** The latest recorded instant. */
    static Instant latest(OpenEnd end) {
        return JdbcClient.create(end.owner())
                .sql(LATEST)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
