package org.aidledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.aidledger.embedded.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;

/**
 * What an operator does: a backup of a running ledger, a restore into another, figures equal; then
 * this one moves to another database.
 */
class BackupIT {

    /** Later than anything in the test, and the same in each answer. */
    private static final String KNOWN = "&knownAt=2099-01-01T00:00:00Z";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aPlaceWhereNoBackupCanBeIsNamed() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(backup(nowhere.resolve("ledger.zip"))).isEqualTo(1);
        assertThat(err.toString()).contains("there is no folder " + nowhere);
        assertThat(backup(folder)).isEqualTo(1);
        assertThat(err.toString()).contains(folder + " is a folder; name a file in it");
        assertThat(folder).isEmptyDirectory();
    }

    private int backup(Path file) {
        return run("--server", Api.url(), "--token", Api.key(), "backup", file.toString());
    }

    @Test
    void aLedgerFromABackupAnswersTheSame() throws IOException {
        TestFund fund = TestFund.open();
        fund.receive("2024-02-01", "900.00");
        fund.receive("2024-03-01", "20.50");
        Path file = folder.resolve("ledger.zip");
        String token = token();

        assertThat(run("--server", Api.url(), "--token", Api.key(), "backup", file.toString()))
                .isZero();
        assertThat(out.toString()).contains("events, the last recorded");

        String database;
        try (Api.Other other = Api.other()) {
            database = database(other.context().getEnvironment());
            assertThat(run("migrate", "--from", database, "--to", fresh())).isEqualTo(1);
            assertThat(err.toString()).contains("a ledger still works on jdbc:postgresql:");
            assertThat(me(other, token)).isEqualTo(401);
            assertThat(
                            run(
                                    "--server",
                                    other.url(),
                                    "--token",
                                    other.key(),
                                    "restore",
                                    file.toString()))
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
            assertThat(me(other, token)).isEqualTo(200);
            assertThat(
                            run(
                                    "--server",
                                    other.url(),
                                    "--token",
                                    other.key(),
                                    "restore",
                                    file.toString()))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("restored into an empty data folder");
        }
        assertMoves(database);
    }

    private void assertMoves(String database) {
        String target = fresh();
        assertThat(run("migrate", "--from", database, "--to", target)).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("copied ", "the same root of the transparency log, ")
                .doesNotContain("password", "org.flywaydb");
        assertThat(run("migrate", "--from", database, "--to", target)).isEqualTo(1);
        assertThat(err.toString()).contains("is a ledger already").doesNotContain("password=");
        assertThat(run("migrate", "--from", folder.toString(), "--to", target)).isEqualTo(1);
        assertThat(err.toString()).contains("there is no ledger in the folder " + folder);
        assertThat(run("migrate", "--from", database)).isEqualTo(2);
    }

    private static String database(Environment settings) {
        return url(
                settings.getRequiredProperty("ledger.db.url"),
                settings.getRequiredProperty("ledger.db.owner.user"),
                settings.getRequiredProperty("ledger.db.owner.password"));
    }

    private static String fresh() {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        return url(database.jdbcUrl(), database.user(), database.password());
    }

    private static String url(String url, String user, String password) {
        return "%s?user=%s&password=%s".formatted(url, user, password);
    }

    /** A token of an account that is made for it. */
    private static String token() {
        String user = Api.unique("saved");
        Answer account =
                Api.post(
                        "/api/v1/accounts",
                        """
                        {"user":"%1$s","actor":"Actor of %1$s","roles":["auditor"],"scope":["*"]}\
                        """
                                .formatted(user));
        assertThat(account.status()).as(account.body()).isEqualTo(201);
        Answer made = Api.post("/api/v1/tokens", "{\"user\":\"%s\",\"days\":1}".formatted(user));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.at("/token");
    }

    private static int me(Api.Other ledger, String token) {
        return Api.send(
                        HttpRequest.newBuilder(URI.create(ledger.url() + "/api/v1/me"))
                                .header("Authorization", "Bearer " + token)
                                .GET())
                .status();
    }

    @Test
    void aFileThatIsNoneIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.zip"), "no archive");
        try (Api.Other other = Api.other()) {
            assertThat(
                            run(
                                    "--server",
                                    other.url(),
                                    "--token",
                                    other.key(),
                                    "restore",
                                    file.toString()))
                    .isEqualTo(1);
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
