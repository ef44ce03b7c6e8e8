package org.aidledger.api.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Lists findings. */
@Command(name = "findings", description = "List the findings of a fund and what became of them.")
final class FindingsCommand implements Callable<Integer> {

    private static final List<Pick> SHOWN =
            List.of(
                    Pick.text("finding", "Finding"),
                    Pick.text("typeName", "Type"),
                    Pick.text("status", "Status"),
                    Pick.amount("amount", "Amount"),
                    Pick.text("project", "Project"),
                    Pick.time("raisedOn", "Raised"),
                    Pick.text("rectification.deadline", "Deadline"),
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
                                    fund.path() + "/findings",
                                    point.query(),
                                    format.value(),
                                    SHOWN));
            return ExitCode.OK;
        });
    }
}
