package org.aidledger.api.cli;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Sends any command. */
@Command(
        name = "post",
        description = {
            "Send one command, its fields given as words or as JSON on standard input.",
            "",
            "Without postingId one is made up, without effective it is today, without actor it is"
                    + " whoever is signed in.",
            "The same postingId sent again is taken once."
        },
        footer = {
            "",
            "Example:",
            "  aidledger post disburse --fund F project=P-1 amount=1000.00 currency=CNY",
        })
final class PostCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Option(names = "--fund", paramLabel = "FUND", description = "The fund.")
    private Optional<String> fund = Optional.empty();

    @Option(
            names = "--finding",
            paramLabel = "FINDING",
            description = "The finding, for commands about one that was raised.")
    private Optional<String> finding = Optional.empty();

    @Option(
            names = "--ask",
            description =
                    "If somebody else has to approve the command, ask for that instead of being"
                            + " refused.")
    private boolean ask;

    @Parameters(
            index = "0",
            paramLabel = "COMMAND",
            description = "Such as disburse, enrol-project, open-fund, raise-finding.")
    private String command = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            description =
                    "key=text, or key:=json for what is not a text. None: JSON from standard"
                            + " input.")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        ObjectNode body = words.isEmpty() ? fromStandardInput() : Keyed.object(words);
        complete(body);
        return ledger.print(client ->
                Listed.json(client.post(path(body), body, ask ? "request-approval" : "wait=2")));
    }

    private static ObjectNode fromStandardInput() {
        InputStream in = System.in;
        try {
            if (LedgerClient.JSON.readTree(in) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new Refused("standard input is not JSON: " + e.getOriginalMessage(), e);
        }
        throw new Refused("standard input must hold one JSON object");
    }

    static void complete(ObjectNode body) {
        if (!body.has("postingId")) {
            body.put("postingId", UUID.randomUUID().toString());
        }
        if (!body.has("effective")) {
            body.put("effective", LocalDate.now(ZoneOffset.UTC).toString());
        }
    }

    private String path(ObjectNode body) {
        return switch (command) {
            case "open-fund" -> {
                fund.ifPresent(f -> body.put("fund", f));
                yield "/api/v1/funds";
            }
            case "raise-finding" -> {
                fund.ifPresent(f -> body.put("fund", f));
                finding.ifPresent(f -> body.put("finding", f));
                yield "/api/v1/findings";
            }
            default ->
                    fund.map(f -> "/api/v1/funds/" + LedgerClient.encoded(f))
                            .or(() ->
                                    finding.map(f -> "/api/v1/findings/" + LedgerClient.encoded(f)))
                            .map(subject -> subject + "/" + LedgerClient.encoded(command))
                            .orElseThrow(() -> new Refused("say for which --fund or --finding"));
        };
    }
}
