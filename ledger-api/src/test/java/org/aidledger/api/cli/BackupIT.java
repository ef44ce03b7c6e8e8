package org.aidledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aidledger.api.Api;
import org.aidledger.api.TestFund;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does: a backup of a running ledger, a restore into another, figures equal. */
class BackupIT {

    /** Later than anything in the test, and the same in each answer. */
    private static final String KNOWN = "&knownAt=2099-01-01T00:00:00Z";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aLedgerFromABackupAnswersTheSame() throws IOException {
        TestFund fund = TestFund.open();
        fund.receive("2024-02-01", "900.00");
        fund.receive("2024-03-01", "20.50");
        Path file = folder.resolve("ledger.zip");

        assertThat(run("--server", Api.url(), "backup", file.toString())).isZero();
        assertThat(out.toString()).contains("events, the last recorded");

        try (Api.Other other = Api.other()) {
            assertThat(run("--server", other.url(), "restore", file.toString()))
                    .as(err.toString())
                    .isZero();
            for (String question :
                    new String[] {
                        "/api/v1/events",
                        "/api/v1/funds/" + fund.id() + "/report?asOf=2024-12-31" + KNOWN,
                        "/api/v1/funds/" + fund.id() + "/journal?asOf=2024-02-15" + KNOWN,
                        "/api/v1/indicators?asOf=2024-12-31" + KNOWN
                    }) {
                assertThat(other.get(question).body())
                        .as(question)
                        .isEqualTo(Api.get(question).body());
            }
            assertThat(run("--server", other.url(), "restore", file.toString())).isEqualTo(1);
            assertThat(err.toString()).contains("restored into an empty data folder");
        }
    }

    @Test
    void aFileThatIsNoneIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.zip"), "no archive");
        try (Api.Other other = Api.other()) {
            assertThat(run("--server", other.url(), "restore", file.toString())).isEqualTo(1);
        }
        assertThat(err.toString()).contains("no whole backup", "Nothing was restored");
        assertThat(run("restore", folder.resolve("absent.zip").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("there is no file");
    }

    private int run(String... args) {
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false);
        return LedgerCommand.execute(new LedgerCommand(BackupIT.class, terminal), args);
    }
}
