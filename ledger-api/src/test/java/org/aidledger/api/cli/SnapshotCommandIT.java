package org.aidledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aidledger.api.Api;
import org.aidledger.api.TestFund;
import org.aidledger.proof.KeyType;
import org.aidledger.proof.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots from the command line, verified there without believing the server. */
class SnapshotCommandIT {

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    @Test
    void aSnapshotIsFrozenSignedVerifiedAndSaved() throws IOException {
        TestFund fund = TestFund.open();
        fund.receive("2024-01-03", "500.00");
        String id = Api.unique("cli-snapshot");
        CommandLineRun frozen =
                CommandLineRun.onServer(
                        "snapshot",
                        "freeze",
                        id,
                        "--title",
                        "January",
                        "--as-of",
                        "2024-01-31",
                        "--fund",
                        fund.path("").replaceAll(".*/", ""),
                        "--actor",
                        "周建国");
        assertThat(frozen.exit()).as(frozen.err()).isZero();
        String key = Api.LOG_KEY.verifier().toString();
        assertThat(CommandLineRun.onServer("snapshot", "verify", id, "--key", key).exit())
                .as("nobody has signed it")
                .isEqualTo(1);
        CommandLineRun own = CommandLineRun.onServer("snapshot", "sign", id, "--actor", "周建国");
        assertThat(own.exit()).isEqualTo(1);
        assertThat(own.err()).contains("SIGNER_FROZE");
        assertThat(CommandLineRun.onServer("snapshot", "sign", id, "--actor", "郑海涛").exit())
                .isZero();

        CommandLineRun verified = CommandLineRun.onServer("snapshot", "verify", id, "--key", key);
        assertThat(verified.exit()).as(verified.out()).isZero();
        assertThat(verified.out()).contains("to the last byte", "The signature is good");
        String other =
                SigningKey.of(
                                Api.LOG_KEY.verifier().name(),
                                KeyType.NOTE,
                                "another key, 32 bytes of its own"
                                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .verifier()
                        .toString();
        assertThat(CommandLineRun.onServer("snapshot", "verify", id, "--key", other).exit())
                .as("with a key that is not the log's")
                .isEqualTo(1);

        assertThat(CommandLineRun.onServer("snapshot", "list").out()).contains(id, "SIGNED");
        Path sheet = folder.resolve("s.xlsx");
        assertThat(CommandLineRun.onServer("snapshot", "sheet", id, sheet.toString()).exit())
                .isZero();
        assertThat(Files.size(sheet)).isGreaterThan(1000);
        assertThat(CommandLineRun.onServer("snapshot", "compare", id, id).out())
                .contains("\"difference\"");
        CommandLineRun withdrawn =
                CommandLineRun.onServer(
                        "snapshot", "withdraw", id, "--reason", "a test", "--actor", "郑海涛");
        assertThat(withdrawn.exit()).as(withdrawn.err()).isZero();
        assertThat(CommandLineRun.onServer("snapshot", "show", id).out())
                .contains("\"WITHDRAWN\"", "a test");
    }
}
