package org.aidledger.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be done about payees' names. */
@Command(
        name = "payee",
        description = "Find payees by name, and erase names for ever.",
        subcommands = {
            PayeeCommand.Find.class,
            PayeeCommand.Erase.class,
            PayeeCommand.Erasures.class
        })
final class PayeeCommand implements Callable<Integer> {

    private static final String PATH = "/api/v1/payees/";

    private static final int LONGEST_REASON = 500;

    /** Erased already, or paid for the first time after the backup. */
    private static final Set<String> NOTHING_LEFT = Set.of("PAYEE_ERASED", "PAYEE_UNKNOWN");

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Override
    public Integer call() {
        throw new Refused("say what to do: find, erase or erasures");
    }

    private static String pseudonym(LedgerClient client, String name) {
        ObjectNode body = LedgerClient.JSON.createObjectNode().put("name", name);
        return client.post(PATH + "find", body).path("payee").asString();
    }

    /** Finds one. */
    @Command(name = "find", description = "Print the pseudonym that stands for a name.")
    static final class Find implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private PayeeCommand payees;

        @Option(
                names = "--name",
                required = true,
                paramLabel = "NAME",
                description = "The payee, written as in the payments.")
        private String name = "";

        @Override
        public Integer call() {
            return payees.ledger.print(client -> pseudonym(client, name) + "\n");
        }
    }

    /** Erases. */
    @Command(
            name = "erase",
            description = {
                "Erase a payee's name, with its key, for ever. Postings, figures and proofs stay as"
                        + " they are and show a pseudonym.",
                "With --again: erase what was erased before, after a restore from a backup that is"
                        + " older than an erasure."
            })
    static final class Erase implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private PayeeCommand payees;

        @Option(
                names = "--name",
                paramLabel = "NAME",
                description = "The payee, written as in the payments.")
        private Optional<String> name = Optional.empty();

        @Option(names = "--payee", paramLabel = "PSEUDONYM", description = "The payee, or so.")
        private Optional<String> payee = Optional.empty();

        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                description = "Why. It is kept for ever, so it must not hold the name.")
        private Optional<String> reason = Optional.empty();

        @Option(
                names = "--again",
                paramLabel = "FILE",
                description = "What 'aidledger payee erasures' printed.")
        private Optional<Path> again = Optional.empty();

        @Override
        public Integer call() {
            if (again.isPresent() == (name.isPresent() || payee.isPresent())
                    || (name.isPresent() && payee.isPresent())) {
                throw new Refused("give one of --name, --payee and --again");
            }
            return payees.ledger.ask(client -> {
                if (again.isPresent()) {
                    return again(client, read(again.get()));
                }
                String pseudonym = payee.orElseGet(() -> pseudonym(client, name.orElseThrow()));
                erase(
                        client,
                        pseudonym,
                        "erase-" + pseudonym,
                        reason.orElseThrow(() -> new Refused("--reason is missing")));
                return ExitCode.OK;
            });
        }

        private int again(LedgerClient client, JsonNode erasures) {
            for (JsonNode erasure : erasures) {
                String pseudonym = erasure.path("payee").asString();
                String before =
                        "erased on %s by %s: %s"
                                .formatted(
                                        erasure.path("at").asString(),
                                        erasure.path("actor").asString(),
                                        erasure.path("reason").asString());
                try {
                    erase(client, pseudonym, "again-" + pseudonym, limited(before));
                } catch (Refused e) {
                    if (!NOTHING_LEFT.contains(e.code())) {
                        throw e;
                    }
                }
            }
            return ExitCode.OK;
        }

        private static String limited(String reason) {
            return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        }

        private void erase(LedgerClient client, String pseudonym, String id, String why) {
            ObjectNode body = LedgerClient.JSON.createObjectNode();
            body.put("postingId", id);
            body.put("effective", LocalDate.now(ZoneOffset.UTC).toString());
            body.put("reason", why);
            JsonNode answer =
                    client.post(PATH + LedgerClient.encoded(pseudonym) + "/erase-payee", body);
            payees.ledger.terminal().out().print(Listed.json(answer));
        }

        private static JsonNode read(Path file) {
            try {
                return LedgerClient.JSON.readTree(Files.readAllBytes(file)).path("items");
            } catch (JacksonException e) {
                throw new Refused("not what 'aidledger payee erasures' prints: " + file, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Lists erasures. */
    @Command(
            name = "erasures",
            description = "Print all erasures, without names; to be kept beside backups.")
    static final class Erasures implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private PayeeCommand payees;

        @Override
        public Integer call() {
            return payees.ledger.print(
                    client -> Listed.json(client.get(PATH + "erasures", new LedgerClient.Query())));
        }
    }
}
