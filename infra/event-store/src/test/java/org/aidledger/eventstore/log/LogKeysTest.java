package org.aidledger.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.aidledger.embedded.TestPostgres.Database;
import org.aidledger.eventstore.TestTables;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.Hash;
import org.aidledger.proof.KeyType;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where the log's keys come from, who may read them, and how one follows another. */
class LogKeysTest {

    private final Database database = TestTables.fresh();
    private final StoredCheckpoints stored =
            new StoredCheckpoints(
                    new DriverManagerDataSource(
                            database.jdbcUrl(), database.user(), database.password()));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private LogKeys keys(String origin, String key) {
        return LogKeys.of(
                new LogSettings(origin, key, "", List.of(), Duration.ofSeconds(1)), folder, stored);
    }

    private static SigningKey key(String name, String seed) {
        return SigningKey.of(
                name,
                KeyType.NOTE,
                seed.repeat(Hash.BYTES).substring(0, Hash.BYTES).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theFirstStartMakesAKeyForItsOwnerAlone() throws IOException {
        LogKeys made = keys("", "");
        Path file = folder.resolve("log.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(made.origin()).matches("aid-ledger/[0-9a-f]{8}");
        assertThat(keys("", "").signing().getFirst().verifier())
                .as("the next start finds it")
                .isEqualTo(made.signing().getFirst().verifier());
        assertThat(made.toString()).isEqualTo(made.origin());
    }

    @Test
    void aKeyThatOthersCanReadIsNotUsed() throws IOException {
        assertThat(keys("", "").signing()).hasSize(1);
        Files.setPosixFilePermissions(
                folder.resolve("log.key"), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> keys("", "")).hasMessageContaining("chmod 600");
    }

    @Test
    void theNameOfALogStaysWhatItWas() {
        stored.use(keys("ledger.example/aid", "").signing().getFirst().verifier());
        assertThatThrownBy(() -> keys("other.example", ""))
                .hasMessageContaining("is named ledger.example/aid");
        assertThatThrownBy(() -> keys("", key("other.example", "k").secretText()))
                .hasMessageContaining("is named ledger.example/aid");
    }

    @Test
    void aLostKeyIsFollowedByOneOfTheSameName() throws IOException {
        LogKeys first = keys("ledger.example/aid", "");
        stored.use(first.signing().getFirst().verifier());
        Files.delete(folder.resolve("log.key"));
        LogKeys second = keys("", "");
        assertThat(second.origin()).isEqualTo("ledger.example/aid");
        assertThat(second.signing().getFirst().verifier())
                .isNotEqualTo(first.signing().getFirst().verifier());
        stored.use(second.signing().getFirst().verifier());
        assertThat(stored.keys())
                .extracting(StoredCheckpoints.UsedKey::key)
                .containsExactlyInAnyOrder(
                        first.signing().getFirst().verifier(),
                        second.signing().getFirst().verifier());
    }

    /** While one key follows the other, both sign, and either is enough for who has it. */
    @Test
    void twoKeysSignWhileOneFollowsTheOther() {
        SigningKey old = key("ledger.example/aid", "old");
        SigningKey next = key("ledger.example/aid", "new");
        LogKeys both =
                keys(
                        "",
                        "# the next one below\n%s\n%s\n"
                                .formatted(old.secretText(), next.secretText()));
        SignedNote note =
                SignedNote.parse(
                        new Checkpoint(both.origin(), 0, Hash.EMPTY)
                                .signed(both.signing())
                                .toString());
        assertThat(note.isSignedWith(old.verifier())).isTrue();
        assertThat(note.isSignedWith(next.verifier())).isTrue();
        assertThatThrownBy(() ->
                        keys("", old.secretText() + "\n" + key("other.example", "x").secretText()))
                .hasMessageContaining("is not one of the log");
    }
}
