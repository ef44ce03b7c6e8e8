package org.aidledger.api.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The audit trail of a fund. */
@Command(
        name = "trail",
        description =
                "Show who did what, when it happened, when the ledger learned of it, and on whose"
                        + " approval. --format json shows the papers and all details too.")
final class TrailCommand implements Callable<Integer> {

    static final List<Pick> SHOWN =
            List.of(
                    Pick.time("effective", "Date"),
                    Pick.time("recorded", "Recorded"),
                    Pick.text("postingId", "Posting"),
                    Pick.text("actor", "Actor"),
                    Pick.text("approvedBy", "Approved by"),
                    Pick.amount("amount", "Amount"),
                    Pick.text("reverses", "Reverses"),
                    Pick.text("reversedBy", "Reversed by"),
                    Pick.text("summary", "What"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Mixin private final FundOption fund = new FundOption();

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description = "Only what touches this project.")
    private Optional<String> project = Optional.empty();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Only events of this type, such as fund.funds-disbursed.")
    private Optional<String> type = Optional.empty();

    @Option(names = "--actor", paramLabel = "NAME", description = "Only what this person did.")
    private Optional<String> actor = Optional.empty();

    @Option(names = "--posting", paramLabel = "ID", description = "Only this posting.")
    private Optional<String> posting = Optional.empty();

    @Mixin private final PointOptions point = new PointOptions();
    @Mixin private final FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        LedgerClient.Query query =
                point.query()
                        .with("project", project)
                        .with("type", type)
                        .with("actor", actor)
                        .with("posting", posting);
        return ledger.print(client ->
                Listed.text(client, fund.path() + "/trail", query, format.value(), SHOWN));
    }
}
