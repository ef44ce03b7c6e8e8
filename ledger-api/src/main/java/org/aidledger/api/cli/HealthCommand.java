package org.aidledger.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Asks a server how it is. */
@Command(name = "health", description = "Say whether the ledger is well and its figures current.")
final class HealthCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Override
    public Integer call() {
        return ledger.ask(client -> {
            ledger.terminal()
                    .out()
                    .println(
                            client.get("/actuator/health", new LedgerClient.Query())
                                    .toPrettyString());
            return 0;
        });
    }
}
