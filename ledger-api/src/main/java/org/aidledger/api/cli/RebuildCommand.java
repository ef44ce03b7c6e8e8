package org.aidledger.api.cli;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** Builds the read model again. */
@Command(
        name = "rebuild",
        description = {
            "Build every read table again from the events and compare it with the live one.",
            "Exit code 1 if one differs."
        })
final class RebuildCommand implements Callable<Integer> {

    private static final List<Pick> TABLES =
            List.of(
                    Pick.text("table", "Table"),
                    Pick.amount("liveRows", "Live rows"),
                    Pick.amount("rebuiltRows", "Rebuilt rows"),
                    Pick.text("liveDigest", "Live digest"),
                    Pick.text("rebuiltDigest", "Rebuilt digest"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Option(
            names = "--force",
            description = "Put the rebuilt tables in place of the live ones even if they differ.")
    private boolean force;

    @Override
    public Integer call() {
        return ledger.ask(client -> {
            Progress progress = new Progress(ledger.terminal(), "rebuild", "events");
            JsonNode report =
                    Lines.last(
                            client.upload(
                                    "/api/v1/rebuild",
                                    new LedgerClient.Query().with("force", force),
                                    "application/json",
                                    BodyPublishers.noBody()),
                            "report",
                            line ->
                                    progress.at(
                                            line.path("done").asLong(), line.path("of").asLong()));
            progress.end();
            return show(report);
        });
    }

    private int show(JsonNode report) {
        boolean same = report.path("same").asBoolean();
        ledger.terminal()
                .out()
                .print(
                        "%s%n%,d events in %,d ms: the read tables %s; the rebuilt ones %s.%n"
                                .formatted(
                                        Listed.table(report.path("tables"), TABLES),
                                        report.path("events").asLong(),
                                        report.path("tookMillis").asLong(),
                                        same ? "are the same" : "DIFFER",
                                        report.path("replaced").asBoolean()
                                                ? "took their place"
                                                : "were thrown away"));
        return same ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
