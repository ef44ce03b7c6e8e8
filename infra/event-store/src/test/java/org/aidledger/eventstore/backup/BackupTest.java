package org.aidledger.eventstore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.aidledger.event.Backup;
import org.aidledger.event.BackupRefused;
import org.aidledger.event.BackupRefused.Reason;
import org.aidledger.event.Outcome;
import org.aidledger.eventstore.Given;
import org.aidledger.eventstore.TestLedger;
import org.aidledger.fund.FundId;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.TransparencyLog;
import org.aidledger.proof.Verification;
import org.aidledger.proof.VerificationReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A ledger from a backup is the ledger that was backed up, to the byte, or none. */
class BackupTest {

    private static final String ROWS =
            """
            select position::text, sequence::text, recorded::text, id::text, stream, type, name,
                   revision, encode(payload, 'hex') as payload, encode(metadata, 'hex') as metadata
            from ledger.events e order by e.position
            """;

    /** Bytes before the first row of PostgreSQL's binary COPY. */
    private static final int COPY_HEADER = 19;

    private static final FundId FUND = new FundId("zj-aks-2024");
    private static final TestLedger LEDGER = TestLedger.start();
    private static byte[] archive = {};

    @SuppressWarnings("NullAway.Init")
    private static SignedNote checkpoint;

    @BeforeAll
    static void backUp() throws IOException {
        LEDGER.send(Given.open(FUND));
        for (int i = 0; i < 300; i++) {
            LEDGER.send(Given.receive(FUND, "r-" + i, "1.00"));
        }
        LEDGER.send(Given.open(new FundId("zj-tc-2024")));
        checkpoint = LEDGER.bean(TransparencyLog.class).makeCheckpoint().note();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(LEDGER.bean(Backup.class).write(out).events()).isEqualTo(302);
        archive = out.toByteArray();
    }

    @AfterAll
    static void stop() {
        LEDGER.close();
    }

    @Test
    void everyByteComesBackAndTheLedgerGoesOn() throws IOException {
        try (TestLedger restored = TestLedger.start()) {
            Backup.Contents contents = restore(restored, archive, Optional.empty());

            assertThat(contents).isEqualTo(new Backup.Contents(302, recorded(LEDGER, 301)));
            assertThat(rows(restored)).isEqualTo(rows(LEDGER));
            assertThat(restored.bean(TransparencyLog.class).checkpoint(302))
                    .hasValueSatisfying(c -> assertThat(c.note()).isEqualTo(checkpoint));
            VerificationReport verified =
                    restored.bean(Verification.class)
                            .run(List.of(checkpoint), List.of(), (_, _) -> {});
            assertThat(verified.flaws()).isEmpty();
            assertThat(verified.signedFor()).isEqualTo(302);
            // A request taken before is known, a new one follows behind.
            assertThat(restored.send(Given.receive(FUND, "r-7", "1.00")))
                    .isInstanceOfSatisfying(
                            Outcome.Accepted.class, a -> assertThat(a.events()).isZero());
            restored.send(Given.receive(FUND, "new", "1.00"));
            assertThat(restored.log().head()).isEqualTo(302);
            assertThat(recorded(restored, 302)).isAfterOrEqualTo(recorded(restored, 301));
        }
    }

    @Test
    void toAChosenInstant() throws IOException {
        Instant until = recorded(LEDGER, 150);
        try (TestLedger restored = TestLedger.start()) {
            Backup.Contents contents = restore(restored, archive, Optional.of(until));

            List<Map<String, @Nullable Object>> earlier =
                    rows(LEDGER).stream().limit(contents.events()).toList();
            assertThat(contents.latest()).isEqualTo(until);
            assertThat(contents.events()).isBetween(151L, 301L);
            assertThat(rows(restored)).isEqualTo(earlier);
            assertThat(recorded(LEDGER, contents.events())).isAfter(until);
        }
    }

    @Test
    void anEmptyLedgerIsBackedUpToo() throws IOException {
        try (TestLedger empty = TestLedger.start();
                TestLedger restored = TestLedger.start()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(empty.bean(Backup.class).write(out))
                    .isEqualTo(new Backup.Contents(0, Instant.EPOCH));
            assertThat(restore(restored, out.toByteArray(), Optional.empty()).events()).isZero();
            restored.send(Given.open(FUND));
            assertThat(restored.log().head()).isZero();
        }
    }

    @Test
    void notIntoALedgerThatSignsAsAnother() {
        try (TestLedger other = TestLedger.start()) {
            other.jdbc()
                    .sql("insert into ledger.log_keys values ('other.example/log+0+0')")
                    .update();
            assertRefused(
                    other, archive, Reason.OTHER_LOG, "other.example/log and test.example/ledger");
            assertThat(rows(other)).isEmpty();
        }
    }

    @Test
    void notIntoALedgerThatHoldsSomething() {
        assertRefused(LEDGER, archive, Reason.LEDGER_NOT_EMPTY, "302 events");
        assertThat(rows(LEDGER)).hasSize(302);
    }

    @Test
    void aDamagedFileLeavesNothingBehind() throws IOException {
        try (TestLedger untouched = TestLedger.start()) {
            byte[] flipped = archive.clone();
            flipped[archive.length / 3] ^= 1;
            assertRefused(untouched, flipped, Reason.BACKUP_DAMAGED, "");
            assertRefused(
                    untouched,
                    Arrays.copyOf(archive, archive.length / 2),
                    Reason.BACKUP_DAMAGED,
                    "");
            assertRefused(
                    untouched,
                    "a letter".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    Reason.BACKUP_DAMAGED,
                    "ledger.events.copy");
            assertRefused(untouched, new byte[0], Reason.BACKUP_DAMAGED, "ledger.events.copy");
            assertRefused(
                    untouched,
                    withEvents(BackupTest::another),
                    Reason.BACKUP_DAMAGED,
                    "manifest names");
            assertRefused(
                    untouched,
                    withEvents(BackupTest::shorter),
                    Reason.BACKUP_DAMAGED,
                    "insufficient data");
            assertThat(rows(untouched)).isEmpty();
            assertThat(untouched.log().head()).isEqualTo(-1);
        }
    }

    /** A sound archive whose rows are not those that were backed up. */
    private static byte[] withEvents(UnaryOperator<byte[]> changed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(
                        entry.getName().equals("ledger.events.copy")
                                ? changed.apply(content)
                                : content);
            }
        }
        return out.toByteArray();
    }

    /** Another byte in the last row's metadata. */
    private static byte[] another(byte[] rows) {
        rows[rows.length - 4] ^= 1;
        return rows;
    }

    /** The first row's first value has half the bytes of its type, and says so. */
    private static byte[] shorter(byte[] rows) {
        int length = COPY_HEADER + Short.BYTES;
        ByteBuffer all = ByteBuffer.wrap(rows).putInt(length, Integer.BYTES);
        return ByteBuffer.allocate(rows.length - Integer.BYTES)
                .put(all.slice(0, length + 2 * Integer.BYTES))
                .put(all.position(length + 3 * Integer.BYTES))
                .array();
    }

    private static void assertRefused(
            TestLedger ledger, byte[] file, Reason reason, String message) {
        assertThatThrownBy(() -> restore(ledger, file, Optional.empty()))
                .asInstanceOf(type(BackupRefused.class))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .satisfies(e -> assertThat(e).hasMessageContaining(message));
    }

    private static Backup.Contents restore(TestLedger ledger, byte[] file, Optional<Instant> until)
            throws IOException {
        return ledger.bean(Backup.class).restore(new ByteArrayInputStream(file), until);
    }

    private static List<Map<String, @Nullable Object>> rows(TestLedger ledger) {
        return ledger.jdbc().sql(ROWS).query().listOfRows();
    }

    private static Instant recorded(TestLedger ledger, long position) {
        return ledger.log().at(List.of(position)).getFirst().recorded();
    }
}
