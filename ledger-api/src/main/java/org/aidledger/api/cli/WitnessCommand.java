package org.aidledger.api.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.aidledger.proof.SigningKey;
import org.aidledger.proof.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Watches a log from outside. */
@Command(
        name = "witness",
        description = {
            "Watch the log of a ledger: remember its last checkpoint, prove that the next one only"
                    + " adds to it, sign it as a witness and hand the signature in.",
            "Exit code 1 if the log has two histories or became shorter."
        },
        footer = {
            "",
            "The first run makes the key file and prints the verifier key, which the ledger needs as"
                    + " ledger.log.witnesses, and remembers the log's own key."
        })
final class WitnessCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Option(
            names = "--log",
            required = true,
            paramLabel = "URL",
            description = "The ledger, such as https://ledger.example, or its log's own address.")
    private URI log = URI.create("");

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "The witness's private key; made if it is not there.")
    private Path key = Path.of("");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name for a new key, such as audit.example/witness.")
    private String name = "aid-ledger/witness";

    @Option(
            names = "--log-key",
            paramLabel = "KEY",
            description =
                    "The log's verifier key, got another way; else the one it names at the first run"
                            + " is remembered.")
    private Optional<String> logKey = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the last checkpoint is remembered (default: beside the key).")
    private Optional<Path> state = Optional.empty();

    @Option(names = "--once", description = "Look once and end.")
    private boolean once;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "Seconds between two looks (default: ${DEFAULT-VALUE}).")
    private int everySeconds = 60;

    @Override
    public Integer call() throws InterruptedException {
        SigningKey own = WitnessFiles.key(key, name);
        ledger.terminal().err().println("witness key: " + own.verifier());
        Path folder = state.orElseGet(() -> key.toAbsolutePath().resolveSibling("witness-state"));
        try (LedgerClient client = new LedgerClient(prefix(), ledger.tokenGiven())) {
            Witness witness = new Witness(client, own, new WitnessFiles(folder), Clock.systemUTC());
            Optional<VerifierKey> given = logKey.map(LogKeyOptions::parsed);
            while (true) {
                try {
                    ledger.terminal().out().println(witness.look(given));
                    ledger.terminal().out().flush();
                } catch (Refused e) {
                    if (once || e instanceof Witness.Forked) {
                        throw e;
                    }
                    ledger.terminal().err().println("aidledger: " + e.getMessage());
                }
                if (once) {
                    return ExitCode.OK;
                }
                Thread.sleep(Duration.ofSeconds(everySeconds));
            }
        }
    }

    /** The log's address, of which a server's own is the beginning. */
    private URI prefix() {
        String path = Optional.ofNullable(log.getPath()).orElse("").replaceAll("/+$", "");
        String base = log.toString().replaceAll("/+$", "");
        return URI.create(path.isEmpty() ? base + "/api/v1/log" : base);
    }
}
