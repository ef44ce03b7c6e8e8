package org.aidledger.api.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
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
    @Mixin private final PointOptions point = new PointOptions();
    @Mixin private final FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        return ledger.ask(client -> {
            ledger.terminal()
                    .out()
                    .print(
                            Listed.text(
                                    client,
                                    fund.path() + "/journal",
                                    point.query(),
                                    format.value(),
                                    SHOWN));
            return ExitCode.OK;
        });
    }
}
