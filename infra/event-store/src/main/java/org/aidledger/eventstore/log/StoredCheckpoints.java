package org.aidledger.eventstore.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.IssuedCheckpoint;
import org.aidledger.proof.NoteSignature;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the log has signed, with what, and who signed it as well. */
final class StoredCheckpoints {

    private static final String COLUMNS =
            """
            select c.size, c.made, c.first, c.leaves, c.note,
                   (select coalesce(string_agg(s.signature, chr(10) order by s.added, s.name), '')
                    from ledger.cosignatures s where s.size = c.size) as cosignatures
            from ledger.checkpoints c
            """;

    private static final String LATEST = COLUMNS + "order by c.size desc limit 1";
    private static final String OF_SIZE = COLUMNS + "where c.size = :size";
    private static final String BELOW =
            COLUMNS + "where c.size < :below order by c.size desc limit :limit";
    private static final String AFTER =
            COLUMNS + "where c.size > :after order by c.size limit :limit";

    private static final String INSERT =
            """
            insert into ledger.checkpoints (size, first, leaves, note)
            values (:size, :first, :leaves, :note)
            on conflict do nothing
            """;

    private static final String COSIGN =
            """
            insert into ledger.cosignatures (size, name, key_id, signature)
            values (:size, :name, :keyId, :signature)
            on conflict do nothing
            """;

    private static final String USE =
            "insert into ledger.log_keys (verifier) values (:verifier) on conflict do nothing";

    private static final String KEYS =
            "select verifier, since from ledger.log_keys order by since desc, verifier";

    private final JdbcClient jdbc;

    StoredCheckpoints(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * A checkpoint as it is stored.
     *
     * @param first position of the first leaf whose hash is kept with it
     * @param leaves hashes of the leaves from there to the checkpoint's end
     * @param note as it was signed, not read
     * @param cosignatures lines of witnesses
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(
            long size,
            Instant made,
            long first,
            byte[] leaves,
            String note,
            List<String> cosignatures) {

        static Row read(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getLong("size"),
                    row.getObject("made", OffsetDateTime.class).toInstant(),
                    row.getLong("first"),
                    row.getBytes("leaves"),
                    row.getString("note"),
                    row.getString("cosignatures").lines().toList());
        }

        IssuedCheckpoint issued() {
            return new IssuedCheckpoint(
                    made,
                    SignedNote.parse(note)
                            .with(cosignatures.stream().map(NoteSignature::parse).toList()));
        }
    }

    /** A key that the log signed with. */
    record UsedKey(VerifierKey key, Instant since) {}

    Optional<Row> latest() {
        return jdbc.sql(LATEST).query(Row::read).optional();
    }

    Optional<Row> ofSize(long size) {
        return jdbc.sql(OF_SIZE).param("size", size).query(Row::read).optional();
    }

    List<Row> below(long size, int limit) {
        return jdbc.sql(BELOW).param("below", size).param("limit", limit).query(Row::read).list();
    }

    /** Those of larger sizes, in order. */
    List<Row> after(long size, int limit) {
        return jdbc.sql(AFTER).param("after", size).param("limit", limit).query(Row::read).list();
    }

    /** Stores a checkpoint unless one of its size is there. */
    void store(SignedNote note, long first, byte[] leaves) {
        jdbc.sql(INSERT)
                .param("size", Checkpoint.of(note).size())
                .param("first", first)
                .param("leaves", leaves)
                .param("note", note.toString())
                .update();
    }

    void cosign(long size, NoteSignature signature) {
        jdbc.sql(COSIGN)
                .param("size", size)
                .param("name", signature.name())
                .param("keyId", signature.keyId())
                .param("signature", signature.toString())
                .update();
    }

    /** Notes that a key is used from now on, unless it is known. */
    void use(VerifierKey key) {
        jdbc.sql(USE).param("verifier", key.toString()).update();
    }

    /** All keys ever used, the latest first. */
    List<UsedKey> keys() {
        return jdbc.sql(KEYS)
                .query((row, _) ->
                        new UsedKey(
                                VerifierKey.parse(row.getString(1)),
                                row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The name of the log, if it has signed with any key yet. */
    Optional<String> origin() {
        return keys().stream().findFirst().map(used -> used.key().name());
    }
}
