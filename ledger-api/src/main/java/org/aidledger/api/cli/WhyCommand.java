package org.aidledger.api.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** The events behind a figure. */
@Command(name = "why", description = "Show the events behind a figure, which sum to it.")
final class WhyCommand implements Callable<Integer> {

    private static final List<Pick> SHOWN =
            List.of(
                    Pick.time("effective", "Date"),
                    Pick.time("recorded", "Recorded"),
                    Pick.text("postingId", "Posting"),
                    Pick.text("actor", "Actor"),
                    Pick.amount("contribution", "Adds"),
                    Pick.text("summary", "What"));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Mixin private final FundOption fund = new FundOption();

    @Option(
            names = "--figure",
            required = true,
            paramLabel = "FIGURE",
            description =
                    "One of authorised, received, planned, allocated, disbursed, paid, reclaimed,"
                            + " recovered, remaining, pool, unspent, held, idle, reallocated,"
                            + " investment, contracted, matched, workValue.")
    private String figure = "";

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description = "The figure of this project (default: of the whole fund).")
    private Optional<String> project = Optional.empty();

    @Mixin private final PointOptions point = new PointOptions();
    @Mixin private final FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        LedgerClient.Query query = point.query().with("figure", figure).with("project", project);
        return ledger.print(client ->
                Listed.text(
                        client, fund.path() + "/why", query, format.value(), WhyCommand::table));
    }

    private static String table(JsonNode why) {
        return "%s %s %s%n%n%s"
                .formatted(
                        why.path("figure").asString(),
                        Amounts.grouped(why.path("total").asString()),
                        why.path("currency").asString(),
                        Listed.table(why.path("items"), SHOWN));
    }
}
