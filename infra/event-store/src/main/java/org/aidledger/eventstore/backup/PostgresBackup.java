package org.aidledger.eventstore.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.aidledger.event.BackedUp;
import org.aidledger.event.Backup;
import org.aidledger.eventstore.payee.MasterKeys;
import org.postgresql.PGConnection;

/** Backups of a ledger on PostgreSQL. */
public final class PostgresBackup implements Backup {

    private static final String SNAPSHOT =
            "set transaction isolation level repeatable read, read only";

    private static final String HEAD =
            "select position + 1, case when position < 0 then 'epoch' else recorded end from ledger.head";

    private final DataSource dataSource;
    private final MasterKeys masters;
    private final List<Section> sections;

    /**
     * @param further what other parts add
     */
    public PostgresBackup(DataSource dataSource, MasterKeys masters, List<BackedUp> further) {
        this.dataSource = dataSource;
        this.masters = masters;
        this.sections =
                Stream.concat(
                                Section.LEDGER.stream(),
                                further.stream().flatMap(part -> part.tables().stream()))
                        .map(Section::new)
                        .toList();
    }

    @Override
    public Contents write(OutputStream file) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(SNAPSHOT);
            }
            Contents contents = contents(connection);
            write(connection, contents, file);
            connection.rollback(); // it only read
            return contents;
        } catch (SQLException e) {
            throw new IOException("the database could not give its events: " + e.getMessage(), e);
        }
    }

    static Contents contents(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HEAD)) {
            row.next();
            return new Contents(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant());
        }
    }

    private void write(Connection connection, Contents contents, OutputStream file)
            throws IOException, SQLException {
        ZipOutputStream zip = new ZipOutputStream(file);
        zip.setLevel(1); // the disk is quicker than a harder compression
        List<Manifest.Table> tables = new ArrayList<>();
        for (Section section : sections) {
            zip.putNextEntry(new ZipEntry(section.entry()));
            DigestOutputStream digested = new DigestOutputStream(new Kept(zip), sha256());
            long rows =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(section.copyOut(), digested);
            zip.closeEntry();
            tables.add(
                    new Manifest.Table(
                            section.table().name(),
                            section.table().columns(),
                            rows,
                            hex(digested.getMessageDigest())));
        }
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(
                new Manifest(
                                Manifest.FORM,
                                Instant.now(),
                                contents.events(),
                                contents.latest(),
                                tables)
                        .written());
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    /** COPY closes what it wrote to; the archive goes on. */
    private static final class Kept extends FilterOutputStream {

        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    @Override
    public Contents restore(InputStream file, Optional<Instant> until) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Contents contents = new Restore(connection, sections, until, masters).of(file);
                connection.commit();
                return contents;
            } finally {
                connection.rollback(); // nothing, if it was committed
            }
        } catch (SQLException e) {
            throw new IOException("the database could not take the events: " + e.getMessage(), e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
