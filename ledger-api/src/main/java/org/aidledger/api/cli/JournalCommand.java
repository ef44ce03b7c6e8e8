package org.aidledger.api.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists the journal. */
@Command(name = "journal", description = "List the lines of both books, in the order of recording.")
final class JournalCommand implements Callable<Integer> {

    private static final List<Pick> SHOWN =
            List.of(
                    Pick.time("effective", "Date"),
                    Pick.time("recorded", "Recorded"),
                    Pick.text("postingId", "Posting"),
                    Pick.text("account", "Account"),
                    Pick.amount("amount", "Amount"),
                    Pick.text("description", "Description"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Mixin private final FundOption fund = new FundOption();

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description = "Only lines of this project.")
    private Optional<String> project = Optional.empty();

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            description = "Only lines of this account, such as CASH:POOL.")
    private Optional<String> account = Optional.empty();

    @Mixin private final PointOptions point = new PointOptions();
    @Mixin private final FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        return ledger.print(client ->
                Listed.text(
                        client,
                        fund.path() + "/journal",
                        point.query().with("project", project).with("account", account),
                        format.value(),
                        SHOWN));
    }
}
