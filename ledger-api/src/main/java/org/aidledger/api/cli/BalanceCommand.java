package org.aidledger.api.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Shows the trial balance. */
@Command(
        name = "balance",
        description = "Show what each account of both books stands at (trial balance).")
final class BalanceCommand implements Callable<Integer> {

    private static final List<Pick> SHOWN =
            List.of(
                    Pick.text("account", "Account"),
                    Pick.amount("balance", "Balance"),
                    Pick.number("lines", "Lines"));

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
        String path = fund.path() + "/trial-balance";
        return switch (format.value()) {
            case TABLE -> Listed.table(client.get(path, point.query()).path("accounts"), SHOWN);
            case JSON -> Listed.json(client.get(path, point.query()));
            case CSV -> client.text(path, point.query(), Format.CSV.mediaType());
        };
    }
}
