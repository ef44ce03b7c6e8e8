package org.aidledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.api.Api;
import org.aidledger.api.TestFund;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.Hash;
import org.aidledger.proof.SignedNote;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness at the command line, and logs that it should not believe. */
class WitnessIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void aKeyThatTheLedgerKnows() throws IOException {
        Files.writeString(folder.resolve("witness.key"), Api.WITNESS.secretText() + "\n");
    }

    private CommandLineRun witness(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "witness",
                                "--log",
                                "http://127.0.0.1:" + Api.port(),
                                "--key",
                                folder.resolve("witness.key").toString(),
                                "--token",
                                Api.key(),
                                "--once"));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments);
    }

    private static SignedNote make() {
        return SignedNote.parse(Api.post("/api/v1/log/checkpoint", "").body());
    }

    private Path state() {
        String origin = Hash.of("test.example/ledger".getBytes(StandardCharsets.UTF_8)).hex();
        return folder.resolve("witness-state").resolve(origin + ".checkpoint");
    }

    @Test
    void aWitnessFollowsALogThatGrows() throws IOException {
        TestFund.open();
        long first = Checkpoint.of(make()).size();
        CommandLineRun run = witness();
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains(first + " events, signed; seen for the first time");

        TestFund.open();
        long second = Checkpoint.of(make()).size();
        CommandLineRun again = witness("--log-key", Api.LOG_KEY.verifier().toString());
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.out())
                .contains(second + " events, signed; it begins with the " + first + " seen before");
        SignedNote shown =
                SignedNote.parse(Api.get("/api/v1/log/checkpoint?size=" + second).body());
        assertThat(shown.isSignedWith(Api.WITNESS.verifier())).isTrue();
        assertThat(Checkpoint.of(SignedNote.parse(Files.readString(state()))).size())
                .isEqualTo(second);
    }

    @Test
    void twoHistoriesAreCalledOut() throws IOException {
        TestFund.open();
        long size = Checkpoint.of(make()).size();
        assertThat(witness().exit()).isZero();
        for (long other : new long[] {size, size - 3}) {
            Files.writeString(
                    state(),
                    new Checkpoint("test.example/ledger", other, Hash.of(new byte[0]))
                            .signed(List.of(Api.LOG_KEY))
                            .toString());
            CommandLineRun run = witness();
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains("THE LOG HAS TWO HISTORIES");
        }
    }

    @Test
    void aLogThatBecameShorterIsCalledOut() throws IOException {
        TestFund.open();
        long size = Checkpoint.of(make()).size();
        assertThat(witness().exit()).isZero();
        Files.writeString(
                state(),
                new Checkpoint("test.example/ledger", size + 5000, Hash.of(new byte[0]))
                        .signed(List.of(Api.LOG_KEY))
                        .toString());
        CommandLineRun run = witness();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("THE LOG BECAME SHORTER");
    }

    @Test
    void aNewKeyIsMadeForItsOwnerAloneAndIsNotHeardBeforeTheLedgerKnowsIt() throws IOException {
        Files.delete(folder.resolve("witness.key"));
        TestFund.open();
        make();
        CommandLineRun run = witness("--name", "audit.example/w1");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("witness key: audit.example/w1+", "COSIGNATURE_REFUSED");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("witness.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aLogWithAnotherKeyIsNotBelieved() {
        TestFund.open();
        make();
        CommandLineRun run = witness("--log-key", Api.WITNESS.verifier().toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("is not signed with the log's key");
    }
}
