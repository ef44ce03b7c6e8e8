package org.aidledger.api.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.demo.Demo;
import org.aidledger.api.demo.Question;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Serves a ledger with a story in it. */
@Command(
        name = "demo",
        description = {
            "Fill a data folder with a demonstration and serve it until Ctrl-C.",
            "Without --data the folder is ./data-demo."
        })
final class DemoCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Mixin private final ListenOptions listen = new ListenOptions();

    @Override
    public Integer call() throws InterruptedException {
        Path data = ledger.dataGiven().orElse(Path.of("data-demo"));
        listen.requireNoneRunning(data);
        Terminal terminal = ledger.terminal();
        terminal.err().println("starting on " + data + " …");
        try (OwnServer server = OwnServer.start(ledger.application(), data, listen.whereFree())) {
            Progress progress = new Progress(terminal, "demonstration", "commands");
            Demo.Seeded seeded =
                    Demo.seed(server.context().getBean(CommandSink.class), progress::at);
            progress.end();
            terminal.err()
                    .printf(
                            "%,d commands, %,d of them new to this folder%n",
                            seeded.commands(), seeded.appended());
            server.announceIn(data);
            terminal.out().print(welcome(server.url(), data));
            terminal.out().flush();
            server.awaitStop();
        }
        return ExitCode.OK;
    }

    private static String welcome(URI url, Path data) {
        StringBuilder text = new StringBuilder("Aid Ledger runs at " + url + "\n\nTry:\n\n");
        for (Question question : Demo.tour()) {
            text.append(
                    "  # %s%n  curl -s '%s%s'%n".formatted(question.shows(), url, question.path()));
        }
        return text.append(
                        """

                        In another terminal, as tables:

                          ./aidledger --data %1$s funds
                          ./aidledger --data %1$s indicators
                          ./aidledger --data %1$s --help

                        Ctrl-C stops it; the data stays in %1$s.
                        """
                                .formatted(data))
                .toString();
    }
}
