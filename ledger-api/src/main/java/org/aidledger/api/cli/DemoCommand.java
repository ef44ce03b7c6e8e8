package org.aidledger.api.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.aidledger.access.Role;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.demo.Demo;
import org.aidledger.api.demo.Question;
import org.aidledger.api.security.DemoPeople;
import org.aidledger.api.snapshot.DemoSnapshots;
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
        try (OwnServer server =
                OwnServer.start(ledger.application(), data, listen.whereFree().forDemo())) {
            Progress progress = new Progress(terminal, "demonstration", "commands");
            server.context().getBean(DemoPeople.class).settle();
            Demo.Seeded seeded =
                    Demo.seed(server.context().getBean(CommandSink.class), progress::at);
            server.context().getBean(DemoSnapshots.class).settle();
            progress.end();
            terminal.err()
                    .printf(
                            "%,d commands, %,d of them new to this folder%n",
                            seeded.commands(), seeded.appended());
            server.announceIn(data);
            terminal.out().print(welcome(server.url(), data, terminal.interactive()));
            terminal.out().flush();
            server.awaitStop();
        }
        return ExitCode.OK;
    }

    /** Who may sign in here, which holds for the demonstration alone. */
    private static String people(boolean red) {
        StringBuilder text =
                new StringBuilder(
                        "DEMONSTRATION ONLY: these accounts are known to everybody. Password of all: "
                                + DemoPeople.PASSWORD
                                + "\n");
        for (Role role : Role.values()) {
            text.append("  %-18s token %s%n".formatted(role, DemoPeople.token(role)));
        }
        return red ? "\u001b[31m" + text + "\u001b[0m" : text.toString();
    }

    private static String welcome(URI url, Path data, boolean red) {
        StringBuilder text =
                new StringBuilder(
                        "Aid Ledger runs at "
                                + url
                                + "\nOpen it in a browser: the sign-in page shows the accounts below.\n\n"
                                + people(red)
                                + "\nTry:\n\n");
        text.append("  A='Authorization: Bearer %s'%n".formatted(DemoPeople.token(Role.AUDITOR)));
        for (Question question : Demo.tour()) {
            text.append(
                    "  # %s%n  curl -s -H \"$A\" '%s%s'%n"
                            .formatted(question.shows(), url, question.path()));
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
