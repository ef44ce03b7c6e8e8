package org.aidledger.api.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows what auditors and regulators asked. */
@Command(name = "reads", description = "List what auditors and regulators asked, the newest first.")
final class ReadsCommand implements Callable<Integer> {

    private static final List<Pick> SHOWN =
            List.of(
                    Pick.time("asked", "Asked"),
                    Pick.text("actor", "Who"),
                    Pick.text("fund", "Fund"),
                    Pick.text("right", "Kind"),
                    Pick.text("asOf", "As of"),
                    Pick.time("knownAt", "Known at"),
                    Pick.text("figure", "Figure"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Option(
            names = "--fund",
            paramLabel = "FUND",
            description = "Only about this fund (default: about any, for administrators).")
    private Optional<String> fund = Optional.empty();

    @Mixin private final FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        String path =
                fund.map(f -> "/api/v1/funds/" + LedgerClient.encoded(f) + "/reads")
                        .orElse("/api/v1/reads");
        return ledger.ask(client -> {
            ledger.terminal()
                    .out()
                    .print(
                            Listed.text(
                                    client, path, new LedgerClient.Query(), format.value(), SHOWN));
            return ExitCode.OK;
        });
    }
}
