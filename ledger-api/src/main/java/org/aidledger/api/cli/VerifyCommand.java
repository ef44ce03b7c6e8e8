package org.aidledger.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.aidledger.api.bundle.BundleCheck;
import org.aidledger.api.bundle.BundleReport;
import org.aidledger.api.bundle.MalformedBundle;
import org.aidledger.event.StoredForm;
import org.aidledger.proof.Flaw;
import org.aidledger.proof.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Verifies the ledger, or a bundle that came out of it. */
@Command(
        name = "verify",
        description = {
            "Recompute the transparency log from the stored events and compare it with every stored"
                    + " hash and checkpoint, and with checkpoints kept elsewhere; open every name"
                    + " of a payee and compare it with the events.",
            "With --bundle: check a fund's bundle, with neither server nor database.",
            "Exit code 1 if something is not as it was."
        })
final class VerifyCommand implements Callable<Integer> {

    /** Of the memory, what a bundle may take as bytes; its events take several times that. */
    private static final int SHARE_OF_MEMORY = 8;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint that was kept elsewhere; several if given several times.")
    private List<Path> checkpoints = new ArrayList<>();

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private LogKeyOptions keys;

    @Option(
            names = "--bundle",
            paramLabel = "FILE",
            description = "A file of `export bundle`; needs --key or --keys.")
    private Optional<Path> bundle = Optional.empty();

    @Option(
            names = "--witness",
            paramLabel = "KEY",
            description =
                    "Verifier key of a witness that must have signed the bundle's checkpoint.")
    private List<String> witnesses = new ArrayList<>();

    @Override
    public Integer call() {
        return bundle.map(this::checkBundle).orElseGet(() -> ledger.ask(this::checkLedger));
    }

    private int checkLedger(LedgerClient client) {
        ObjectNode wanted = LedgerClient.JSON.createObjectNode();
        ArrayNode trusted = wanted.putArray("keys");
        keys.given().forEach(key -> trusted.add(key.toString()));
        ArrayNode kept = wanted.putArray("checkpoints");
        checkpoints.forEach(file -> kept.add(text(file)));
        Progress progress = new Progress(ledger.terminal(), "verify", "events");
        JsonNode report =
                Lines.last(
                        client.upload(
                                "/api/v1/log/verify",
                                new LedgerClient.Query(),
                                "application/json",
                                BodyPublishers.ofString(wanted.toString())),
                        "report",
                        line -> progress.at(line.path("done").asLong(), line.path("of").asLong()));
        progress.end();
        return show(report);
    }

    private int show(JsonNode report) {
        PrintWriter out = ledger.terminal().out();
        compared(out, report);
        if (report.path("sound").asBoolean()) {
            long events = report.path("events").asLong();
            long signed = report.path("signedFor").asLong();
            out.printf(
                    "Everything is as it was: none altered, missing, inserted or moved. The"
                            + " largest checkpoint speaks for %,d of them%s.%n",
                    signed,
                    signed < events
                            ? ", the latest %,d wait for theirs".formatted(events - signed)
                            : "");
            return ExitCode.OK;
        }
        report.path("flaws")
                .forEach(flaw ->
                        out.printf(
                                "%s: %s.%n",
                                flaw.path("kind").asString(), flaw.path("sentence").asString()));
        if (!keys.given().isEmpty() && hasInvalidCheckpoint(report)) {
            out.println(
                    "If the log had other keys before, give each of them: what it signed then is"
                            + " verified with the key of then.");
        }
        long first = report.path("flaws").path(0).path("position").asLong();
        ledger.terminal()
                .err()
                .println(
                        "aidledger: the ledger is not as it was"
                                + (first == Flaw.NO_EVENT ? "" : "; first at position " + first));
        return ExitCode.SOFTWARE;
    }

    private static boolean hasInvalidCheckpoint(JsonNode report) {
        String kind = Flaw.Kind.CHECKPOINT_INVALID.name();
        return report.path("flaws")
                .valueStream()
                .anyMatch(flaw -> flaw.path("kind").asString().equals(kind));
    }

    private static void compared(PrintWriter out, JsonNode report) {
        out.printf(
                "%,d events read and hashed in %,d ms; compared with %,d tiles, %,d checkpoints of"
                        + " the ledger and %,d kept elsewhere.%n",
                report.path("events").asLong(),
                report.path("tookMillis").asLong(),
                report.path("tiles").asLong(),
                report.path("checkpoints").asLong(),
                report.path("older").asLong());
        JsonNode payees = report.path("payees");
        long givenUp = payees.path("givenUp").asLong();
        out.printf(
                "%,d names of payees fit their pseudonyms, %,d were erased as events say%s.%n",
                payees.path("opened").asLong(),
                payees.path("erased").asLong(),
                givenUp == 0
                        ? ""
                        : ", %,d are under a master key that was given up".formatted(givenUp));
    }

    private int checkBundle(Path file) {
        List<VerifierKey> log = keys.given();
        if (log.isEmpty()) {
            throw new Refused("a bundle is checked with the log's key: --key KEY");
        }
        List<VerifierKey> cosigners = witnesses.stream().map(LogKeyOptions::parsed).toList();
        StoredForm form =
                ServiceLoader.load(StoredForm.class)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no stored form"));
        try (InputStream in = Files.newInputStream(file)) {
            long most = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY;
            return show(BundleCheck.of(in, log, cosigners, form, most));
        } catch (MalformedBundle e) {
            throw new Refused(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw Refused.unreadable(file, e);
        }
    }

    private int show(BundleReport report) {
        PrintWriter out = ledger.terminal().out();
        out.println(report.subject() + ".");
        section(out, "Proved", report.proved());
        section(out, "WRONG", report.wrong());
        section(out, "Not proved by any such file", report.open());
        if (!report.holds()) {
            ledger.terminal().err().println("aidledger: the bundle does not hold");
        }
        return report.holds() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void section(PrintWriter out, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            out.printf("%n%s:%n", title);
            sentences.forEach(sentence -> out.println("  - " + sentence));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Refused.unreadable(file, e);
        }
    }
}
