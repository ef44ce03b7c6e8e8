package org.aidledger.api.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** What lies between two points in time. */
@Command(
        name = "changes",
        description = "Explain the difference between two points in time by the events between.",
        footer = {
            "",
            "What changed about 30 June since it was first reported on 5 July:",
            "  aidledger changes --fund F --from 2024-06-30@2024-07-05 --to 2024-06-30"
        })
final class ChangesCommand implements Callable<Integer> {

    private static final List<String> FIGURES =
            List.of(
                    "authorised",
                    "received",
                    "planned",
                    "allocated",
                    "disbursed",
                    "paid",
                    "reclaimed",
                    "recovered",
                    "idle");

    private static final List<Pick> EVENTS =
            List.of(
                    Pick.text("direction", ""),
                    Pick.time("effective", "Date"),
                    Pick.time("recorded", "Recorded"),
                    Pick.text("postingId", "Posting"),
                    Pick.text("actor", "Actor"),
                    Pick.amount("amount", "Amount"),
                    Pick.text("summary", "What"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Mixin private final FundOption fund = new FundOption();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DATE[@TIME]",
            description = "A business date, and what was known when (default: now).")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DATE[@TIME]",
            description = "The other point, likewise.")
    private String to = "";

    @Mixin private final FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        LedgerClient.Query query = new LedgerClient.Query().with("from", from).with("to", to);
        return ledger.print(client ->
                Listed.text(
                        client,
                        fund.path() + "/changes",
                        query,
                        format.value(),
                        ChangesCommand::table));
    }

    private static String table(JsonNode changes) {
        Table sums =
                new Table(
                        Table.Column.text("Figure"),
                        Table.Column.number("Before"),
                        Table.Column.number("After"));
        for (String figure : FIGURES) {
            sums.row(figure, amount(changes, "before", figure), amount(changes, "after", figure));
        }
        return sums + "\n" + Listed.table(changes.path("items"), EVENTS);
    }

    private static String amount(JsonNode changes, String when, String figure) {
        return Amounts.grouped(changes.path(when).path(figure).asString(""));
    }
}
