package org.aidledger.api.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists findings. */
@Command(
        name = "findings",
        description =
                "List the findings of a fund and what became of them, or the broken rules that the"
                        + " ledger noted by itself.")
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

    private static final List<Pick> BREACHES =
            List.of(
                    Pick.time("effective", "Date"),
                    Pick.text("code", "Rule"),
                    Pick.text("subject", "Subject"),
                    Pick.text("postingId", "Posting"),
                    Pick.text("message", "What"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Mixin private final FundOption fund = new FundOption();

    @Option(
            names = "--breaches",
            description = "List the broken rules that the ledger noted beside postings it kept.")
    private boolean breaches;

    @Mixin private final PointOptions point = new PointOptions();
    @Mixin private final FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        return ledger.print(client ->
                Listed.text(
                        client,
                        fund.path() + (breaches ? "/breaches" : "/findings"),
                        point.query(),
                        format.value(),
                        breaches ? BREACHES : SHOWN));
    }
}
