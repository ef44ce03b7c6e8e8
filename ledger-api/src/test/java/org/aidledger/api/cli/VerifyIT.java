package org.aidledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.aidledger.api.Api;
import org.aidledger.api.TestFund;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.Cosignature;
import org.aidledger.proof.Hash;
import org.aidledger.proof.KeyType;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor at the command line: the ledger, and a fund in a file. */
class VerifyIT {

    private static final String KEY = Api.LOG_KEY.verifier().toString();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final TestFund fund = TestFund.open();

    @BeforeEach
    void somethingHappened() {
        fund.receive("2024-02-01", "900.00");
        fund.money("allocate", "2024-02-02", "P-1", "500.00");
        fund.money("disburse", "2024-02-03", "P-1", "200.00");
        TestFund.open().receive("2024-02-03", "1.00");
        fund.money("disburse", "2024-06-03", "P-1", "50.00");
        Api.Answer raised =
                Api.post(
                        "/api/v1/findings",
                        """
                        {"postingId":"1","effective":"2024-05-01","actor":"审计组","finding":"%s",
                         "fund":"%s","project":"P-1","type":"IDLE_MONEY","amount":"9.78",
                         "currency":"CNY","description":"滞留","source":"省审计厅 2024"}\
                        """
                                .formatted(Api.unique("F"), fund.id()));
        assertThat(raised.status()).as(raised.body()).isEqualTo(201);
    }

    @Test
    void theLedgerIsAsItWas() throws IOException {
        CommandLineRun run = CommandLineRun.onServer("verify", "--key", KEY);
        assertThat(run.out()).as(run.err()).contains("Everything is as it was");
        assertThat(run.exit()).isZero();

        Path kept = folder.resolve("kept");
        Files.writeString(kept, Api.post("/api/v1/log/checkpoint", "").body());
        fund.receive("2024-02-01", "1.00");
        CommandLineRun later =
                CommandLineRun.onServer("verify", "--checkpoint", kept.toString(), "--key", KEY);
        assertThat(later.out()).contains("1 kept elsewhere", "Everything is as it was");
        assertThat(later.exit()).isZero();
    }

    @Test
    void aCheckpointOfAnotherHistoryIsFound() throws IOException {
        long size =
                Checkpoint.of(SignedNote.parse(Api.post("/api/v1/log/checkpoint", "").body()))
                        .size();
        Path fork = folder.resolve("fork");
        Files.writeString(
                fork,
                new Checkpoint("test.example/ledger", size - 1, Hash.of(new byte[0]))
                        .signed(List.of(Api.LOG_KEY))
                        .toString());
        CommandLineRun run = CommandLineRun.onServer("verify", "--checkpoint", fork.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("CHECKPOINT_INVALID", "two histories");
        assertThat(run.err()).contains("the ledger is not as it was");
    }

    private Path bundle(String... more) {
        Path file = folder.resolve("bundle");
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "export",
                                "bundle",
                                "--fund",
                                fund.id(),
                                "--as-of",
                                "2024-05-31",
                                "-o",
                                file.toString()));
        arguments.addAll(List.of(more));
        CommandLineRun run = CommandLineRun.onServer(arguments.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return file;
    }

    /** Where there is no server, and no database. */
    private static CommandLineRun check(Path bundle, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("verify", "--bundle", bundle.toString(), "--key", KEY));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments);
    }

    @Test
    void aBundleProvesItself() {
        CommandLineRun run = check(bundle());
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "Fund " + fund.id() + " as of 2024-05-31",
                        "is signed with the key " + KEY,
                        "is in that log, at its position",
                        "is complete from its first event",
                        "as are those of its 1 findings",
                        "received 900.00 CNY, allocated 500.00 CNY, disbursed 200.00 CNY",
                        "Not proved by any such file")
                .doesNotContain("WRONG");
    }

    @Test
    void whatWasKnownThenIsAllThatIsInIt() throws IOException {
        Path now = bundle();
        String known = Files.readAllLines(now).getFirst().replaceAll(".*knownAt\":\"|\".*", "");
        fund.receive("2024-02-04", "50.00");
        Path then = bundle("--known-at", known);
        assertThat(check(then).out()).contains("received 900.00 CNY").doesNotContain("WRONG");
        assertThat(Files.readAllLines(then)).hasSameSizeAs(Files.readAllLines(now));
        assertThat(check(bundle()).out()).contains("received 950.00 CNY");
    }

    @Test
    void aWitnessIsAskedForByItsKey() {
        String witness = Api.WITNESS.verifier().toString();
        assertThat(check(bundle(), "--witness", witness).exit()).isEqualTo(1);
        SignedNote made = SignedNote.parse(Api.post("/api/v1/log/checkpoint", "").body());
        Api.send(
                Api.request("/api/v1/log/add-cosignature")
                        .header("Content-Type", "text/plain;charset=UTF-8")
                        .POST(
                                java.net.http.HttpRequest.BodyPublishers.ofString(
                                        new SignedNote(
                                                        made.text(),
                                                        List.of(
                                                                Cosignature.sign(
                                                                        Api.WITNESS,
                                                                        made.text(),
                                                                        Instant.now())))
                                                .toString())));
        CommandLineRun run = check(bundle(), "--witness", witness);
        assertThat(run.out()).contains("The witness test.example/witness signed the checkpoint");
        assertThat(run.exit()).isZero();
    }

    @Test
    void anotherKeyDoesNotDo() {
        String other =
                SigningKey.of(
                                "test.example/ledger",
                                KeyType.NOTE,
                                "y".repeat(32).getBytes(StandardCharsets.UTF_8))
                        .verifier()
                        .toString();
        CommandLineRun run =
                CommandLineRun.of(
                        List.of("verify", "--bundle", bundle().toString(), "--key", other));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("WRONG", "The checkpoint is not signed with the key");
        assertThat(CommandLineRun.of(List.of("verify", "--bundle", bundle().toString())).err())
                .contains("a bundle is checked with the log's key");
    }

    /** An auditor who takes no key from the ledger needs each that it ever had. */
    @Test
    void aLogWhoseKeyWasChangedIsVerifiedWithAllItsKeys() throws IOException {
        String old = KEY;
        SigningKey next =
                SigningKey.of(
                        "test.example/ledger",
                        KeyType.NOTE,
                        "n".repeat(32).getBytes(StandardCharsets.UTF_8));
        String database;
        Path ofThen = folder.resolve("of-then");
        try (Api.Other before = Api.other()) {
            database = before.context().getEnvironment().getRequiredProperty("ledger.db.url");
            openFund(before, "BEFORE");
            assertThat(
                            run(
                                            before,
                                            "export",
                                            "bundle",
                                            "--fund",
                                            "BEFORE",
                                            "--as-of",
                                            "2024-05-31",
                                            "-o",
                                            ofThen.toString())
                                    .exit())
                    .isZero();
        }
        try (Api.Other after =
                Api.other("--ledger.db.url=" + database, "--ledger.log.key=" + next.secretText())) {
            openFund(after, "AFTER");
            String now = next.verifier().toString();
            for (String one : List.of(old, now)) {
                CommandLineRun alone = run(after, "verify", "--key", one);
                assertThat(alone.exit()).isEqualTo(1);
                assertThat(alone.out()).contains("CHECKPOINT_INVALID", "give each of them");
            }
            CommandLineRun both = run(after, "verify", "--key", old, "--key", now);
            assertThat(both.out()).as(both.err()).contains("Everything is as it was");
            assertThat(both.exit()).isZero();

            Path keys = folder.resolve("keys");
            Files.writeString(keys, "# until 2026\n%s\n\n%s\n".formatted(old, now));
            assertThat(run(after, "verify", "--keys", keys.toString()).exit()).isZero();
            List<String> bundle = List.of("verify", "--bundle", ofThen.toString());
            assertThat(CommandLineRun.of(with(bundle, "--keys", keys.toString())).out())
                    .contains("is signed with the key " + old)
                    .doesNotContain("WRONG");
            assertThat(CommandLineRun.of(with(bundle, "--key", now)).out())
                    .contains("WRONG", "The checkpoint is not signed with the key " + now);
        }
    }

    @Test
    void keysThatAreNoneAreNotTakenForNoKeys() throws IOException {
        Path keys = folder.resolve("keys");
        Files.writeString(keys, "# nothing yet\n");
        CommandLineRun empty = CommandLineRun.onServer("verify", "--keys", keys.toString());
        assertThat(empty.exit()).isEqualTo(1);
        assertThat(empty.err()).contains("no verifier key in " + keys, "one a line");
        String secret = Api.LOG_KEY.secretText();
        CommandLineRun mistaken = CommandLineRun.onServer("verify", "--key", secret);
        assertThat(mistaken.err())
                .contains("that is a private key", "/api/v1/log/key")
                .doesNotContain(secret);
        assertThat(CommandLineRun.onServer("verify", "--keys", "nowhere").err())
                .contains("there is no file nowhere");
    }

    private static CommandLineRun run(Api.Other ledger, String... arguments) {
        return CommandLineRun.of(
                with(List.of(arguments), "--server", ledger.url(), "--token", ledger.key()));
    }

    private static List<String> with(List<String> arguments, String... more) {
        return Stream.concat(arguments.stream(), Stream.of(more)).toList();
    }

    private static void openFund(Api.Other ledger, String fund) {
        Api.Answer opened =
                ledger.post(
                        "/api/v1/funds",
                        """
                        {"fund":"%1$s","postingId":"open-%1$s","effective":"2024-01-01",
                         "actor":"test","name":"F","donor":"D","recipient":"R","fiscalYear":2024,
                         "mode":"STRICT","scale":2,"channels":["LOCAL"],
                         "authorised":"100.00","currency":"CNY"}\
                        """
                                .formatted(fund));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        assertThat(ledger.post("/api/v1/log/checkpoint", "").status()).isEqualTo(201);
    }

    /** Every line left out, told twice, exchanged; any character altered: nothing passes. */
    @Test
    void noAlteredBundlePasses() throws IOException {
        List<String> lines = Files.readAllLines(bundle());
        long seed = Long.getLong("ledger.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < lines.size(); i++) {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(i);
            refused(fewer, "line left out: " + i);
            List<String> more = new ArrayList<>(lines);
            more.add(i, lines.get(i));
            refused(more, "line twice: " + i);
            for (int n = 0; n < 25; n++) {
                String line = lines.get(i);
                int at = random.nextInt(line.length());
                char altered = (char) (line.charAt(at) ^ (1 << random.nextInt(5)));
                if (altered == '\n' || altered == '\r') {
                    continue;
                }
                List<String> other = new ArrayList<>(lines);
                other.set(i, line.substring(0, at) + altered + line.substring(at + 1));
                refused(
                        other,
                        "seed %s, line %s, at %s: %s for %s"
                                .formatted(seed, i, at, altered, line.charAt(at)));
            }
        }
        for (int i = 2; i < lines.size(); i++) {
            List<String> exchanged = new ArrayList<>(lines);
            exchanged.set(i, lines.get(i - 1));
            exchanged.set(i - 1, lines.get(i));
            refused(exchanged, "lines exchanged: " + i);
        }
        refused(List.of(), "nothing");
        refused(List.of("{}"), "nothing much");
        refused(List.of("[".repeat(100_000)), "deep");
    }

    private void refused(List<String> lines, String what) throws IOException {
        Path file = folder.resolve("altered");
        Files.writeString(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
        CommandLineRun run = check(file);
        assertThat(run.exit()).as(what + "\n" + run.out()).isEqualTo(1);
        assertThat(run.err()).as(what).doesNotContain("failed:");
    }
}
