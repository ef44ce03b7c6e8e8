package org.aidledger.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** Asks a server how it is. */
@Command(
        name = "health",
        description = {
            "Say whether the ledger is well and its figures current.",
            "Exit code 1 if it is not."
        })
final class HealthCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Override
    public Integer call() {
        return ledger.ask(client -> {
            JsonNode health = client.health();
            ledger.terminal().out().print(Listed.json(health));
            boolean up = health.path("status").asString("").equals("UP");
            return up ? ExitCode.OK : ExitCode.SOFTWARE;
        });
    }
}
