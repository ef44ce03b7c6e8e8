package org.aidledger.api.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program itself: its general options, and what every verb does the same way. */
@Command(
        name = "aidledger",
        description = "An event-sourced ledger for public aid funds.",
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            ImportCommand.class,
            FundsCommand.class,
            ReportCommand.class,
            IndicatorsCommand.class,
            BalanceCommand.class,
            JournalCommand.class,
            TrailCommand.class,
            WhyCommand.class,
            ChangesCommand.class,
            FindingsCommand.class,
            ApprovalsCommand.class,
            SnapshotCommand.class,
            ReplayCommand.class,
            RebuildCommand.class,
            ExportCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            MigrateCommand.class,
            VerifyCommand.class,
            WitnessCommand.class,
            PostCommand.class,
            PayeeCommand.class,
            SampleCommand.class,
            AccountCommand.class,
            TokenCommand.class,
            ReadsCommand.class,
            HealthCommand.class
        },
        footer = {
            "",
            "Exit code: 0 done, 1 refused or a check failed, 2 wrong usage.",
            "The result goes to standard output, everything else to standard error."
        })
public final class LedgerCommand {

    /** What a verb does with a server; the answer is the exit code. */
    interface Work {
        int with(LedgerClient ledger);
    }

    private final Class<?> application;
    private final Terminal terminal;

    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Data folder (default: $LEDGER_DATA, else ./data).")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--server",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description =
                    "Talk to this server. Without it: to the one that runs on the data folder, else"
                            + " to one started for this command.")
    private Optional<URI> server = Optional.empty();

    @Option(
            names = "--token",
            scope = ScopeType.INHERIT,
            paramLabel = "TOKEN",
            description =
                    "Sign in with this token (default: $LEDGER_TOKEN, else the key that the server"
                            + " on the data folder left there).")
    private Optional<String> token = Optional.empty();

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of a failure.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Say what this does.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    LedgerCommand(Class<?> application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    /**
     * Does what a command line asks.
     *
     * @param application the class that Spring starts from
     * @return the exit code
     */
    public static int execute(Class<?> application, String... args) {
        return execute(new LedgerCommand(application, Terminal.ofProcess()), args);
    }

    static int execute(LedgerCommand command, String... args) {
        CommandLine line =
                new CommandLine(command)
                        .setOut(command.terminal.out())
                        .setErr(command.terminal.err())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setUsageHelpAutoWidth(true)
                        .setUsageHelpLongOptionsMaxWidth(30)
                        .registerConverter(LocalDate.class, LedgerCommand::date)
                        .setParameterExceptionHandler(LedgerCommand::misused)
                        .setExecutionExceptionHandler((e, _, _) -> command.failed(e));
        int exit = line.execute(args);
        command.terminal.out().flush();
        return exit;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no date such as 2024-06-30");
        }
    }

    /**
     * One line that says what is wrong, and where help is; the whole help only for no verb at all.
     */
    private static int misused(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        if (args.length == 0) {
            line.usage(err);
            return ExitCode.USAGE;
        }
        err.println("aidledger: " + e.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitCode.USAGE;
    }

    private int failed(Exception e) throws Exception {
        if (e instanceof AbandonedRunException) {
            throw e; // Spring was asked to stop after its start; the launcher does so to train.
        }
        if (verbose) {
            e.printStackTrace(terminal.err());
        }
        String message = e instanceof Refused ? e.getMessage() : "failed: " + e;
        terminal.err().println("aidledger: " + message);
        return ExitCode.SOFTWARE;
    }

    Terminal terminal() {
        return terminal;
    }

    Class<?> application() {
        return application;
    }

    /** The data folder, if somebody said which. */
    Optional<Path> dataGiven() {
        return data.or(() -> Optional.ofNullable(System.getenv("LEDGER_DATA")).map(Path::of));
    }

    /** The token to sign in with, if somebody said which. */
    Optional<String> tokenGiven() {
        return token.or(() -> Optional.ofNullable(System.getenv("LEDGER_TOKEN")))
                .filter(text -> !text.isBlank());
    }

    Path data() {
        return dataGiven().orElse(Path.of("data"));
    }

    /** Prints what becomes of the server's answers; the exit code of a verb that is done. */
    int print(Function<LedgerClient, String> text) {
        return ask(client -> {
            terminal.out().print(text.apply(client));
            return ExitCode.OK;
        });
    }

    /** Does the work with the server that the options name. */
    int ask(Work work) {
        try (LedgerServer found = LedgerServer.find(server, data(), application);
                LedgerClient client =
                        new LedgerClient(found.url(), tokenGiven().or(found::token))) {
            return work.with(client);
        } finally {
            terminal.out().flush();
        }
    }
}
