package org.aidledger.api.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--user",
            paramLabel = "PERSON",
            description = "Only what this person asked: the account, or a part of the name.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--right",
            paramLabel = "KIND",
            description = "Only questions of this kind, such as figures or journal.")
    private Optional<String> right = Optional.empty();

    @Option(names = "--from", paramLabel = "DATE", description = "Asked on this day or later.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "Asked on this day or earlier.")
    private Optional<String> to = Optional.empty();

    @Mixin private final FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        String path =
                fund.map(f -> "/api/v1/funds/" + LedgerClient.encoded(f) + "/reads")
                        .orElse("/api/v1/reads");
        LedgerClient.Query query =
                new LedgerClient.Query()
                        .with("user", user)
                        .with("right", right)
                        .with("from", from)
                        .with("to", to);
        return ledger.print(client -> Listed.text(client, path, query, format.value(), SHOWN));
    }
}
