package org.aidledger.api.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Serves until it is told to stop. */
@Command(name = "run", description = "Start the server and keep it running until Ctrl-C.")
final class RunCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Mixin private final ListenOptions listen = new ListenOptions();

    @Override
    public Integer call() throws InterruptedException {
        Path data = ledger.data();
        listen.requireNoneRunning(data);
        try (OwnServer server = OwnServer.start(ledger.application(), data, listen.asGiven())) {
            server.announceIn(data);
            ledger.terminal().out().println("Aid Ledger runs at " + server.url());
            ledger.terminal().out().flush();
            server.awaitStop();
        }
        return ExitCode.OK;
    }
}
