package org.aidledger.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** The budget statement of a fund. */
@Command(
        name = "report",
        description = "Show a fund's figures, in total and by project, at any point in time.")
final class ReportCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Mixin private final FundOption fund = new FundOption();
    @Mixin private final PointOptions point = new PointOptions();
    @Mixin private final FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        return ledger.print(this::text);
    }

    private String text(LedgerClient client) {
        String path = fund.path() + "/report";
        return switch (format.value()) {
            case TABLE -> ReportTable.text(client.get(path, point.query()));
            case JSON -> client.text(path, point.query(), Format.JSON.mediaType()) + "\n";
            case CSV -> client.text(path, point.query(), Format.CSV.mediaType());
        };
    }
}
