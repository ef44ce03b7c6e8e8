package org.aidledger.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aidledger.embedded.Eventually;
import org.aidledger.embedded.TestPostgres;
import org.aidledger.embedded.TestPostgres.Database;
import org.aidledger.event.Backup;
import org.aidledger.eventstore.Given;
import org.aidledger.eventstore.TestLedger;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceCommand.ClosePeriod;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.Consistency;
import org.aidledger.proof.Cosignature;
import org.aidledger.proof.CosignatureRefused;
import org.aidledger.proof.EventBytes;
import org.aidledger.proof.GrowingTree;
import org.aidledger.proof.Hash;
import org.aidledger.proof.Inclusion;
import org.aidledger.proof.IssuedCheckpoint;
import org.aidledger.proof.KeyType;
import org.aidledger.proof.LogStopped;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.SigningKey;
import org.aidledger.proof.StoredEvent;
import org.aidledger.proof.Tile;
import org.aidledger.proof.TransparencyLog;
import org.aidledger.proof.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The tree grows with the events, and what is signed is signed for good. */
class TransparencyLogTest {

    private final Database database = TestPostgres.freshDatabase();
    private final List<TestLedger> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(TestLedger::close);
    }

    private TestLedger start() {
        TestLedger node = TestLedger.start(database);
        nodes.add(node);
        return node;
    }

    private static TransparencyLog log(TestLedger node) {
        return node.bean(TransparencyLog.class);
    }

    /** The root over the stored rows, by another way than the log's. */
    private static Hash rootOfRows(TestLedger node, long size) {
        GrowingTree tree = new GrowingTree((_, _) -> {});
        for (StoredEvent event : node.bean(EventBytes.class).bytesAfter(-1, (int) size)) {
            tree.add(event.leaf().hash());
        }
        assertThat(tree.size()).isEqualTo(size);
        return tree.root();
    }

    @Test
    void aCheckpointSpeaksForEveryStoredEventAndForItsVeryBytes() {
        TestLedger node = start();
        Posted.events(node, "f", 700);

        IssuedCheckpoint made = log(node).makeCheckpoint();

        assertThat(made.checkpoint().size()).isEqualTo(700);
        assertThat(made.checkpoint().root()).isEqualTo(rootOfRows(node, 700));
        assertThat(made.note().isSignedWith(TestLedger.LOG_KEY.verifier())).isTrue();
        assertThat(log(node).latest()).contains(made);
        assertThat(log(node).status().lag()).isZero();
        for (StoredEvent event : node.bean(EventBytes.class).bytesAfter(-1, 700)) {
            Inclusion proof = Inclusion.prove(event.position(), 700, log(node).nodes(700));
            assertThat(proof.proves(event.leaf().hash(), made.checkpoint().root())).isTrue();
        }
        assertThat(node.jdbc().sql("select count(*) from ledger.tiles").query(Long.class).single())
                .isEqualTo(2);
    }

    @Test
    void anEmptyLedgerCanBeSignedToo() {
        assertThat(log(start()).makeCheckpoint().checkpoint())
                .isEqualTo(new Checkpoint("test.example/ledger", 0, Hash.EMPTY));
    }

    @Test
    void whatIsAskedForTwiceIsMadeOnce() {
        TestLedger node = start();
        Posted.events(node, "f", 10);
        assertThat(log(node).makeCheckpoint()).isEqualTo(log(node).makeCheckpoint());
        assertThat(log(node).checkpoints(Long.MAX_VALUE, 10)).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void theEndOfAPeriodIsSignedAtOnce() {
        TestLedger node = start();
        Posted.events(node, "f", 3);
        log(node).makeCheckpoint();
        node.send(
                new ClosePeriod(new FundId("f"), Given.voucher("close"), Given.DAY.plusMonths(1)));
        Eventually.await("it is signed", () -> log(node).checkpoint(4).isPresent());
    }

    /** Wherever a restart falls, the tree goes on, and everything is proved against the old. */
    @Test
    void aRestartInTheMiddleOfATileGoesOnWithTheSameTree() {
        TestLedger node = start();
        Posted.events(node, "f", 300);
        Checkpoint before = log(node).makeCheckpoint().checkpoint();
        Posted.more(node, "f", 300, 400);
        stop();
        nodes.clear();
        assertThat(
                        JdbcClient.create(
                                        new DriverManagerDataSource(
                                                database.jdbcUrl(),
                                                database.user(),
                                                database.password()))
                                .sql("select max(size) from ledger.checkpoints")
                                .query(Long.class)
                                .single())
                .as("signed before it ended")
                .isEqualTo(400);

        TestLedger again = start();
        Posted.more(again, "f", 400, 1100);
        Checkpoint after = log(again).makeCheckpoint().checkpoint();

        assertThat(after.size()).isEqualTo(1100);
        assertThat(after.root()).isEqualTo(rootOfRows(again, 1100));
        assertThat(
                        Consistency.prove(300, 1100, log(again).nodes(1100))
                                .proves(before.root(), after.root()))
                .isTrue();
    }

    @Test
    void severalNodesFindOneTree() {
        TestLedger one = start();
        TestLedger other = start();
        Posted.events(one, "a", 300);
        Posted.events(other, "b", 300);
        Posted.more(one, "a", 300, 500);

        Checkpoint first = log(one).makeCheckpoint().checkpoint();
        Posted.more(other, "b", 300, 350);
        Checkpoint second = log(other).makeCheckpoint().checkpoint();

        assertThat(first.size()).isEqualTo(800);
        assertThat(second.size()).isEqualTo(850);
        assertThat(second.root()).isEqualTo(rootOfRows(one, 850));
        assertThat(
                        Consistency.prove(800, 850, log(one).nodes(850))
                                .proves(first.root(), second.root()))
                .isTrue();
        assertThat(log(one).status().alarm()).isEmpty();
        assertThat(log(other).status().alarm()).isEmpty();
    }

    /** The tree follows from the events alone: what was signed before holds after a restore. */
    @Test
    void aRestoredLedgerKeepsWhatWasSigned() throws IOException {
        TestLedger node = start();
        Posted.events(node, "f", 300);
        SignedNote kept = log(node).makeCheckpoint().note();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(node.bean(Backup.class).write(file).events()).isEqualTo(300);

        TestLedger restored = TestLedger.start();
        nodes.add(restored);
        assertThat(
                        restored.bean(Backup.class)
                                .restore(
                                        new ByteArrayInputStream(file.toByteArray()),
                                        Optional.empty())
                                .events())
                .isEqualTo(300);
        assertThat(log(restored).makeCheckpoint().note()).isEqualTo(kept);
        Posted.more(restored, "f", 300, 400);
        log(restored).makeCheckpoint();
        assertThat(
                        restored.bean(Verification.class)
                                .run(List.of(kept), List.of(), (_, _) -> {})
                                .flaws())
                .isEmpty();
    }

    @Test
    void tilesOfEverySizeAreGivenOut() {
        TestLedger node = start();
        Posted.events(node, "f", 520);
        log(node).makeCheckpoint();

        byte[] first = log(node).hashes(Tile.full(0, 0)).orElseThrow();
        assertThat(first).hasSize(256 * 32);
        assertThat(log(node).hashes(new Tile(0, 0, 10)).orElseThrow())
                .isEqualTo(java.util.Arrays.copyOf(first, 320));
        assertThat(log(node).hashes(new Tile(0, 2, 8)).orElseThrow()).hasSize(8 * 32);
        assertThat(log(node).hashes(new Tile(1, 0, 2)).orElseThrow()).hasSize(64);
        assertThat(log(node).hashes(new Tile(0, 2, 9))).isEmpty();
        assertThat(log(node).hashes(new Tile(1, 0, 3))).isEmpty();
        assertThat(log(node).hashes(new Tile(2, 0, 1))).isEmpty();
        assertThat(log(node).leaves(new Tile(0, 2, 8)).orElseThrow()).hasSize(8);
    }

    @Test
    void aWitnessThatIsKnownIsHeard() {
        TestLedger node = start();
        Posted.events(node, "f", 5);
        IssuedCheckpoint made = log(node).makeCheckpoint();
        SignedNote cosigned = cosigned(made.note().text(), TestLedger.WITNESS);

        log(node).cosign(cosigned);
        log(node).cosign(cosigned);

        SignedNote shown = log(node).latest().orElseThrow().note();
        assertThat(shown.signatures()).hasSize(2);
        assertThat(shown.isSignedWith(TestLedger.WITNESS.verifier())).isTrue();
        assertThat(shown.isSignedWith(TestLedger.LOG_KEY.verifier())).isTrue();
    }

    @Test
    void nobodyElseIsHeardAndOnlyOnOwnCheckpoints() {
        TestLedger node = start();
        Posted.events(node, "f", 5);
        Checkpoint made = log(node).makeCheckpoint().checkpoint();
        SigningKey stranger =
                SigningKey.of("stranger.example", KeyType.COSIGNATURE, new byte[Hash.BYTES]);
        SigningKey sameName =
                SigningKey.of(
                        "test.example/witness",
                        KeyType.COSIGNATURE,
                        "a key of thirty-two bytes, mine.".getBytes(StandardCharsets.UTF_8));
        Checkpoint other = new Checkpoint(made.origin(), made.size(), Hash.of(new byte[0]));
        byte[] broken = cosigned(made.text(), TestLedger.WITNESS).signatures().getFirst().value();
        broken[20] ^= 1;
        for (SignedNote note :
                List.of(
                        cosigned(made.text(), stranger),
                        cosigned(made.text(), sameName),
                        cosigned(other.text(), TestLedger.WITNESS),
                        cosigned("no checkpoint\n", TestLedger.WITNESS),
                        new SignedNote(
                                made.text(),
                                List.of(
                                        new org.aidledger.proof.NoteSignature(
                                                "test.example/witness",
                                                TestLedger.WITNESS.verifier().id(),
                                                broken))))) {
            assertThatThrownBy(() -> log(node).cosign(note)).isInstanceOf(CosignatureRefused.class);
        }
        assertThat(log(node).latest().orElseThrow().note().signatures()).hasSize(1);
    }

    private static SignedNote cosigned(String text, SigningKey witness) {
        return new SignedNote(text, List.of(Cosignature.sign(witness, text, Instant.now())));
    }

    @Test
    void aLogWhosePastWasAlteredSignsNothingMore() {
        TestLedger node = start();
        Posted.events(node, "f", 300);
        log(node).makeCheckpoint();
        stop();
        nodes.clear();
        Tampering.with(database).alter(280, "payload = payload || ' '::bytea");

        TestLedger again = start();
        Posted.more(again, "f", 300, 310);
        assertThatThrownBy(() -> log(again).makeCheckpoint())
                .isInstanceOf(LogStopped.class)
                .hasMessageContaining("not those that were signed");
        assertThat(log(again).status().alarm()).isPresent();
        assertThat(log(again).latest().orElseThrow().checkpoint().size()).isEqualTo(300);
    }

    @Test
    void aLogThatBecameShorterSignsNothingMore() {
        TestLedger node = start();
        Posted.events(node, "f", 300);
        log(node).makeCheckpoint();
        stop();
        nodes.clear();
        Tampering.with(database).cut(290);

        TestLedger again = start();
        assertThatThrownBy(() -> log(again).makeCheckpoint())
                .isInstanceOf(LogStopped.class)
                .hasMessageContaining("300 events were signed, but only 290 are there");
    }

    @Test
    void anotherNodesOtherTileIsAnAlarm() {
        TestLedger node = start();
        Posted.events(node, "f", 200);
        node.jdbc()
                .sql("insert into ledger.tiles values (0, 0, decode(repeat('00', 8192), 'hex'))")
                .update();
        Posted.more(node, "f", 200, 300);
        assertThatThrownBy(() -> log(node).makeCheckpoint())
                .isInstanceOf(LogStopped.class)
                .hasMessageContaining("the tile 0/0 is stored with other hashes");
    }
}
