package org.aidledger.eventstore.backup;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.aidledger.event.Backup;
import org.aidledger.event.BackupRefused;
import org.aidledger.event.BackupRefused.Reason;
import org.aidledger.eventstore.append.Announcements;
import org.aidledger.eventstore.payee.MasterKeys;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import tools.jackson.core.JacksonException;

/** One restore, within one transaction that the caller ends. */
final class Restore {

    private static final int MANIFEST_BYTES = 1 << 20;

    private static final String LOCK = "select position from ledger.head for update";

    private static final String FIRST_FAULT =
            """
            select case
                when count(*) <> coalesce(max(position) + 1, 0)
                    then 'positions have a gap'
                when exists (
                    select from ledger.events
                    group by stream
                    having count(*) <> max(sequence) + 1)
                    then 'a stream lacks events'
                when exists (
                    select from (
                        select recorded < lag(recorded) over (order by position) as falls
                        from ledger.events) e
                    where falls)
                    then 'recorded instants fall'
                end
            from ledger.events
            """;

    /** Names of the logs that the keys are of: one, or checkpoints would contradict each other. */
    private static final String LOGS =
            "select string_agg(distinct split_part(verifier, '+', 1), ' and ') from ledger.log_keys";

    private static final String PAYEES = "select count(*) from ledger.payees";

    private static final String MASTERS_NOT_HERE =
            """
            select string_agg(distinct master, ', ') from ledger.payees where master <> all(?)
            """;

    private static final String MOVE_HEAD =
            """
            update ledger.head
            set position = last.position, recorded = last.recorded
            from (select position, recorded from ledger.events order by position desc limit 1) last
            """;

    private final Connection connection;
    private final List<Section> sections;
    private final Optional<Instant> until;
    private final MasterKeys masters;
    private final List<Manifest.Table> arrived = new ArrayList<>();

    Restore(
            Connection connection,
            List<Section> sections,
            Optional<Instant> until,
            MasterKeys masters) {
        this.connection = connection;
        this.sections = sections;
        this.until = until;
        this.masters = masters;
    }

    Backup.Contents of(InputStream file) throws IOException, SQLException {
        requireEmpty();
        requireNoPayees();
        try {
            check(take(new ZipInputStream(file)));
        } catch (ZipException | EOFException | JacksonException e) {
            throw damaged("it is no archive, or its end is missing (" + e.getMessage() + ")");
        }
        requireSound();
        requireOneLog();
        requireMasters();
        run(MOVE_HEAD);
        run("select pg_notify('%s', 'restore')".formatted(Announcements.CHANNEL));
        return PostgresBackup.contents(connection);
    }

    private void requireEmpty() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOCK)) {
            row.next();
            long events = row.getLong(1) + 1;
            if (events > 0) {
                throw new BackupRefused(
                        Reason.LEDGER_NOT_EMPTY,
                        "This ledger holds %,d events; a backup is restored into an empty data folder."
                                .formatted(events));
            }
        }
    }

    private void requireNoPayees() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(PAYEES)) {
            row.next();
            if (row.getLong(1) > 0) {
                throw new BackupRefused(
                        Reason.LEDGER_NOT_EMPTY,
                        "This ledger holds names of payees; a backup is restored into an empty data"
                                + " folder.");
            }
        }
    }

    private Manifest take(ZipInputStream zip) throws IOException, SQLException {
        for (Section section : sections) {
            requireEntry(zip, section.entry());
            arrived.add(take(section, zip));
        }
        requireEntry(zip, Manifest.ENTRY);
        return Manifest.read(zip.readNBytes(MANIFEST_BYTES));
    }

    private static void requireEntry(ZipInputStream zip, String name) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw damaged("'%s' is not where it should be".formatted(name));
        }
    }

    private Manifest.Table take(Section section, ZipInputStream zip)
            throws IOException, SQLException {
        DigestInputStream digested = new DigestInputStream(new Kept(zip), PostgresBackup.sha256());
        boolean direct = section.isWhole(until);
        String target = direct ? section.table().name() : "waiting";
        if (!direct) {
            run(section.waiting());
        }
        long rows;
        try {
            rows =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(section.copyInto(target), digested);
            if (!direct) {
                keep(section);
            }
        } catch (PSQLException e) {
            if (isTheFilesFault(Objects.requireNonNullElse(e.getSQLState(), ""))) {
                throw damaged(String.valueOf(e.getMessage()));
            }
            throw e;
        }
        return new Manifest.Table(
                section.table().name(),
                section.table().columns(),
                rows,
                PostgresBackup.hex(digested.getMessageDigest()));
    }

    /**
     * Values that are none (class 22, 54, or of another type), that end too early (08P01, which
     * here is said of a value, not of the connection) or that contradict each other (23).
     */
    private static boolean isTheFilesFault(String state) {
        return state.startsWith("22")
                || state.startsWith("23")
                || state.startsWith("54")
                || state.equals("42804")
                || state.equals("08P01");
    }

    private void keep(Section section) throws SQLException {
        String sql = section.keepOfWaiting().replace(":until", "?");
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            if (insert.getParameterMetaData().getParameterCount() > 0) {
                insert.setObject(
                        1,
                        until.map(instant -> OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                                .orElse(OffsetDateTime.MAX)); // the database's 'infinity'
            }
            insert.executeUpdate();
        }
        run("drop table waiting");
    }

    private void check(Manifest manifest) {
        if (!Manifest.FORM.equals(manifest.form())) {
            throw damaged("its form is '%s', not '%s'".formatted(manifest.form(), Manifest.FORM));
        }
        if (!arrived.equals(manifest.tables())) {
            throw damaged("its rows are not those that its manifest names");
        }
    }

    /** What the engine sees to when it appends. */
    private void requireSound() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FIRST_FAULT)) {
            row.next();
            String fault = row.getString(1);
            if (fault != null) {
                throw damaged(fault);
            }
        }
    }

    private void requireOneLog() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOGS)) {
            row.next();
            String names = Objects.requireNonNullElse(row.getString(1), "");
            if (names.contains(" and ")) {
                throw new BackupRefused(
                        Reason.OTHER_LOG,
                        ("The keys are of two logs, %s. Put the log.key of the ledger that was backed up"
                                        + " into the empty data folder before its first start; if that key is"
                                        + " lost, give the log its name (ledger.log.origin) there, and a new"
                                        + " key of this name is made.")
                                .formatted(names));
            }
        }
    }

    private void requireMasters() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(MASTERS_NOT_HERE)) {
            query.setArray(1, connection.createArrayOf("text", masters.accepted().toArray()));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                String ids = Objects.requireNonNullElse(row.getString(1), "");
                if (!ids.isEmpty()) {
                    throw new BackupRefused(
                            Reason.OTHER_MASTER_KEY, "In the backup " + MasterKeys.missing(ids));
                }
            }
        }
    }

    private static BackupRefused damaged(String what) {
        return new BackupRefused(
                Reason.BACKUP_DAMAGED,
                "The file is no whole backup of a ledger: " + what + ". Nothing was restored.");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** COPY closes what it read; the archive goes on. */
    private static final class Kept extends FilterInputStream {

        Kept(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // left open
        }
    }
}
