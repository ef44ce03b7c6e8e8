package org.aidledger.api.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Lists the funds. */
@Command(name = "funds", description = "List the funds with their sums.")
final class FundsCommand implements Callable<Integer> {

    private static final List<Pick> SHOWN =
            List.of(
                    Pick.text("fund", "Fund"),
                    Pick.text("name", "Name"),
                    Pick.text("fiscalYear", "Year"),
                    Pick.text("mode", "Mode"),
                    Pick.text("currency", ""),
                    Pick.amount("totals.authorised", "Authorised"),
                    Pick.amount("totals.received", "Received"),
                    Pick.number("totals.projects", "Projects"),
                    Pick.amount("totals.planned", "Planned"),
                    Pick.amount("totals.allocated", "Allocated"),
                    Pick.amount("totals.disbursed", "Disbursed"),
                    Pick.amount("totals.paid", "Paid"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Mixin private final PointOptions point = new PointOptions();
    @Mixin private final FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        return ledger.print(client ->
                Listed.text(client, "/api/v1/funds", point.query(), format.value(), SHOWN));
    }
}
