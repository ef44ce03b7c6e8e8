package org.aidledger.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.eventstore.TestLedger;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.Flaw;
import org.aidledger.proof.Flaw.Kind;
import org.aidledger.proof.Hash;
import org.aidledger.proof.KeyType;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.SigningKey;
import org.aidledger.proof.TransparencyLog;
import org.aidledger.proof.Verification;
import org.aidledger.proof.VerificationReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody with every right in the database changes the past; each time it is said what was done
 * and where. The ledger has 700 events in two full tiles and a rest, and checkpoints at 100, 450,
 * 600 and 700.
 */
class DatabaseVerificationTest {

    private final TestLedger ledger = TestLedger.start();
    private final Tampering tampering = Tampering.with(ledger.database());
    private SignedNote kept600 = note();

    @BeforeEach
    void grow() {
        Posted.events(ledger, "f", 100);
        note();
        Posted.events(ledger, "g", 350);
        note();
        Posted.more(ledger, "f", 100, 250);
        kept600 = note();
        Posted.more(ledger, "f", 250, 350);
        note();
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    private SignedNote note() {
        return ledger.bean(TransparencyLog.class).makeCheckpoint().note();
    }

    private VerificationReport verify(SignedNote... older) {
        return ledger.bean(Verification.class).run(List.of(older), List.of(), (_, _) -> {});
    }

    private Flaw first() {
        List<Flaw> flaws = verify().flaws();
        assertThat(flaws).isNotEmpty();
        return flaws.getFirst();
    }

    private void found(Kind kind, long position) {
        found(kind, position, position);
    }

    private void found(Kind kind, long from, long until) {
        assertThat(first())
                .satisfies(flaw -> {
                    assertThat(flaw.kind()).as(flaw.sentence()).isEqualTo(kind);
                    assertThat(flaw.position()).as(flaw.sentence()).isEqualTo(from);
                    assertThat(flaw.until()).as(flaw.sentence()).isEqualTo(until);
                });
    }

    @Test
    void whatNobodyTouchedIsSound() {
        List<Long> told = new ArrayList<>();
        VerificationReport report =
                ledger.bean(Verification.class)
                        .run(List.of(kept600), List.of(), (done, _) -> told.add(done));
        assertThat(report.flaws()).isEmpty();
        assertThat(report.events()).isEqualTo(700);
        assertThat(report.signedFor()).isEqualTo(700);
        assertThat(report.tiles()).isEqualTo(2);
        assertThat(report.checkpoints()).isGreaterThanOrEqualTo(5);
        assertThat(report.older()).isEqualTo(1);
        assertThat(told).endsWith(700L);
    }

    @Test
    void anAlteredPayloadInAFullTile() {
        tampering.alter(300, "payload = payload || ' '::bytea");
        found(Kind.ALTERED, 300);
    }

    @Test
    void anAlteredPayloadAmongTheLatest() {
        tampering.alter(650, "payload = payload || ' '::bytea");
        found(Kind.ALTERED, 650);
    }

    @Test
    void everyColumnIsCovered() {
        for (String column :
                List.of(
                        "recorded = recorded + interval '1 microsecond'",
                        "sequence = sequence + 100000",
                        "stream = 'x'",
                        "id = gen_random_uuid()",
                        "type = 'x'",
                        "name = 'x'",
                        "revision = '9'",
                        "payload = ''",
                        "metadata = 'null'")) {
            ledger.jdbc()
                    .sql("create table kept as select * from ledger.events where position = 40")
                    .update();
            tampering.alter(40, column);
            found(Kind.ALTERED, 40);
            tampering.run(
                    "delete from ledger.events where position = 40",
                    "insert into ledger.events select * from kept",
                    "drop table kept");
            assertThat(verify().flaws()).isEmpty();
        }
    }

    @Test
    void anAlteredInstant() {
        tampering.alter(120, "recorded = recorded - interval '1 day'");
        found(Kind.ALTERED, 120);
    }

    @Test
    void severalAlterationsAreAllNamed() {
        tampering.alter(20, "payload = ''");
        tampering.alter(333, "payload = ''");
        tampering.alter(690, "payload = ''");
        assertThat(verify().flaws())
                .extracting(Flaw::kind, Flaw::position)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(Kind.ALTERED, 20L),
                        org.assertj.core.api.Assertions.tuple(Kind.ALTERED, 333L),
                        org.assertj.core.api.Assertions.tuple(Kind.ALTERED, 690L));
    }

    @Test
    void aDeletedEvent() {
        tampering.run("delete from ledger.events where position = 222");
        found(Kind.MISSING, 222);
    }

    @Test
    void aDeletedEventWhosePlaceWasClosed() {
        tampering.run("delete from ledger.events where position = 222");
        tampering.run(Tampering.shift(222, -1));
        found(Kind.MISSING, 222);
    }

    @Test
    void anInsertedEvent() {
        tampering.run(Tampering.shift(400, 1));
        tampering.run(
                """
                insert into ledger.events
                select 400, 9000, recorded, gen_random_uuid(), stream, type, name, revision,
                       payload, metadata
                from ledger.events where position = 399
                """);
        found(Kind.INSERTED, 400);
    }

    @Test
    void anEventBehindTheEnd() {
        tampering.run(
                """
                insert into ledger.events
                select 700, 9000, recorded, gen_random_uuid(), stream, type, name, revision,
                       payload, metadata
                from ledger.events where position = 699
                """);
        found(Kind.INSERTED, 700);
    }

    @Test
    void twoEventsThatChangedPlaces() {
        for (long[] pair : new long[][] {{50, 51}, {150, 600}, {610, 611}}) {
            String[] swap = {
                "update ledger.events set position = -1 where position = " + pair[0],
                "update ledger.events set position = " + pair[0] + " where position = " + pair[1],
                "update ledger.events set position = " + pair[1] + " where position = -1"
            };
            tampering.run(swap);
            found(Kind.REORDERED, pair[0]);
            tampering.run(swap);
            assertThat(verify().flaws()).isEmpty();
        }
    }

    @Test
    void aCutTail() {
        tampering.cut(680);
        found(Kind.MISSING, 680, 699);
    }

    /** Whoever removes the stored checkpoints too is found out by one that was kept elsewhere. */
    @Test
    void aCutTailWithAllTracesOfIt() {
        tampering.cut(550);
        tampering.run(
                "delete from ledger.checkpoints where size > 550",
                "delete from ledger.tiles where level = 0 and number > 1");
        assertThat(verify().flaws()).isEmpty();
        List<Flaw> flaws = verify(kept600).flaws();
        assertThat(flaws)
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.kind()).isEqualTo(Kind.MISSING);
                    assertThat(flaw.position()).isEqualTo(550);
                    assertThat(flaw.until()).isEqualTo(599);
                });
    }

    @Test
    void anEventAlteredTogetherWithItsTileIsNamedByWhatItsCheckpointKept() {
        tampering.alter(40, "payload = ''");
        rehash(40);
        found(Kind.ALTERED, 40);
    }

    @Test
    void anEventAlteredTogetherWithEveryHashOfItIsNarrowedDownBetweenCheckpoints() {
        tampering.alter(130, "payload = ''"); // in a tile by the next checkpoint
        rehash(130);
        found(Kind.ALTERED, 100, 449);
    }

    /** The hash of an event as it is now, in its tile. */
    private void rehash(long position) {
        var event =
                ledger.bean(org.aidledger.proof.EventBytes.class)
                        .bytesAfter(position - 1, 1)
                        .getFirst();
        byte[] hash = new byte[Hash.BYTES];
        event.leaf().hash().into(hash, 0);
        String hex = java.util.HexFormat.of().formatHex(hash);
        tampering.run(
                "update ledger.tiles set hashes = overlay(hashes placing decode('%s', 'hex') from %s)"
                                .formatted(hex, position % 256 * 32 + 1)
                        + " where level = 0 and number = "
                        + position / 256);
    }

    @Test
    void anAlteredTileOfRightEvents() {
        tampering.run(
                "update ledger.tiles set hashes = set_byte(hashes, 3200,"
                        + " get_byte(hashes, 3200) # 1) where number = 1");
        found(Kind.HASH_ALTERED, 356);
    }

    @Test
    void aRemovedTile() {
        tampering.run("delete from ledger.tiles where number = 0");
        found(Kind.HASH_ALTERED, 0, 255);
    }

    @Test
    void aForgedCheckpoint() {
        SigningKey other =
                SigningKey.of(
                        "test.example/ledger",
                        KeyType.NOTE,
                        "x".repeat(32).getBytes(StandardCharsets.UTF_8));
        SignedNote forged =
                new Checkpoint("test.example/ledger", 700, Hash.of(new byte[0]))
                        .signed(List.of(other));
        tampering.run("update ledger.checkpoints set note = '" + forged + "' where size = 700");
        found(Kind.CHECKPOINT_INVALID, 700);
        assertThat(verify(forged).flaws()).hasSize(2);
    }

    /** A log that signs two histories is given away by the one that somebody kept. */
    @Test
    void aForkIsFoundByACheckpointOfTheOtherBranch() {
        SignedNote fork =
                new Checkpoint("test.example/ledger", 600, Hash.of(new byte[0]))
                        .signed(List.of(TestLedger.LOG_KEY));
        assertThat(verify(fork).flaws())
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.kind()).isEqualTo(Kind.CHECKPOINT_INVALID);
                    assertThat(flaw.sentence()).contains("two histories");
                });
    }

    @Test
    void aKeyThatWasKeptElsewhereDecides() {
        SigningKey other =
                SigningKey.of(
                        "test.example/ledger",
                        KeyType.NOTE,
                        "x".repeat(32).getBytes(StandardCharsets.UTF_8));
        VerificationReport report =
                ledger.bean(Verification.class)
                        .run(List.of(), List.of(other.verifier()), (_, _) -> {});
        assertThat(report.flaws())
                .isNotEmpty()
                .allMatch(flaw -> flaw.kind() == Kind.CHECKPOINT_INVALID);
        assertThat(report.signedFor()).isZero();
    }

    @Test
    void anEventThatIsNoneIsNamedToo() {
        tampering.alter(10, "stream = E'f\\nposition 11'");
        found(Kind.ALTERED, 10);
    }
}
