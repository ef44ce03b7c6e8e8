package org.aidledger.api.cli;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.aidledger.event.Migration;
import org.aidledger.event.Migration.End;
import org.aidledger.event.Migration.Login;
import org.aidledger.event.Migration.Report;
import org.aidledger.event.Migration.Stage;
import org.aidledger.event.MigrationRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Moves a ledger to another store. */
@Command(
        name = "migrate",
        description = {
            "Copy a ledger to another, empty store, and compare both by the root of the transparency"
                    + " log. Positions, instants and bytes stay as they were; the source is not changed.",
            "Cut off, it goes on when run again; until it has ended well no ledger starts on the"
                    + " target."
        },
        footer = {
            "",
            "An end is a data folder or a URL such as jdbc:postgresql://db.example:5432/ledger. As whom"
                    + " to go to a server: LEDGER_FROM_USER and LEDGER_FROM_PASSWORD; for the target"
                    + " LEDGER_DB_USER, LEDGER_DB_PASSWORD, LEDGER_DB_OWNER_USER,"
                    + " LEDGER_DB_OWNER_PASSWORD, as for the ledger itself.",
            "",
            "axon-server:HOST:PORT as target takes the events; the database stays, and becomes their"
                    + " copy. A ledger on Axon Server is moved from its database.",
            "",
            "aidledger migrate --from data --to jdbc:postgresql://db.example:5432/ledger"
        })
final class MigrateCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Option(
            names = "--from",
            paramLabel = "END",
            description = "Where the ledger is (default: the data folder).")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "END", required = true, description = "Where it goes.")
    private String to = "";

    @Override
    public Integer call() {
        // Nothing starts here that would tell the libraries to keep quiet.
        LoggingSystem.get(getClass().getClassLoader()).beforeInitialize();
        End source =
                new End(
                        from.orElseGet(() -> ledger.data().toString()),
                        login(
                                System.getenv("LEDGER_FROM_USER"),
                                System.getenv("LEDGER_FROM_PASSWORD")),
                        Optional.empty());
        End target =
                new End(
                        to,
                        login(System.getenv("LEDGER_DB_USER"), System.getenv("LEDGER_DB_PASSWORD")),
                        login(
                                System.getenv("LEDGER_DB_OWNER_USER"),
                                System.getenv("LEDGER_DB_OWNER_PASSWORD")));
        Map<Stage, Progress> shown = new EnumMap<>(Stage.class);
        try {
            Report report =
                    migration()
                            .run(
                                    source,
                                    target,
                                    (stage, done, of) ->
                                            shown.computeIfAbsent(stage, this::progress)
                                                    .at(done, of));
            shown.values().forEach(Progress::end);
            return show(report);
        } catch (MigrationRefused e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        } finally {
            shown.values().forEach(Progress::end);
        }
    }

    private static Migration migration() {
        return ServiceLoader.load(Migration.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no migration"));
    }

    private static Optional<Login> login(@Nullable String user, @Nullable String password) {
        return Optional.ofNullable(user)
                .filter(name -> !name.isBlank())
                .map(name -> new Login(name, Objects.requireNonNullElse(password, "")));
    }

    private Progress progress(Stage stage) {
        String what =
                switch (stage) {
                    case COPYING -> "copy";
                    case COMPARING -> "compare";
                };
        return new Progress(ledger.terminal(), what, "events");
    }

    private int show(Report report) {
        PrintWriter out = ledger.terminal().out();
        out.printf(
                "copied %,d events%s, the last recorded %s%n",
                report.events(),
                report.copied() == report.events()
                        ? ""
                        : ", %,d of them in this run".formatted(report.copied()),
                report.latest());
        out.printf(
                "Both ends were then read from the first event to the last and hashed: the same root of"
                        + " the transparency log, %s.%n",
                report.root());
        out.printf(
                "%,d signed checkpoints fit, the largest of which speaks for %,d of the events.%n",
                report.checkpoints(), report.signedFor());
        return ExitCode.OK;
    }
}
