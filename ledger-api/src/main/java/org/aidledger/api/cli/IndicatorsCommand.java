package org.aidledger.api.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** The rates of one fund, or of all side by side. */
@Command(
        name = "indicators",
        description =
                "Show a fund's rates with what they are made of, or those of all funds side by side.")
final class IndicatorsCommand implements Callable<Integer> {

    private static final List<Pick> OF_FUND =
            List.of(
                    Pick.text("code", "Indicator"),
                    Pick.text("name", ""),
                    Pick.number("value", "Value"),
                    Pick.text("unit", ""),
                    Pick.amount("numerator", "Numerator"),
                    Pick.amount("denominator", "Denominator"),
                    Pick.text("basis", "Basis"));

    /** What the league table shows of each fund, in percent or points. */
    private static final Map<String, String> LEAGUE = new LinkedHashMap<>();

    static {
        LEAGUE.put("RECEIVED_RATE", "Received");
        LEAGUE.put("DISBURSEMENT_RATE", "Disbursed");
        LEAGUE.put("EXECUTION_RATE", "Executed");
        LEAGUE.put("START_RATE", "Started");
        LEAGUE.put("COMPLETION_RATE", "Completed");
        LEAGUE.put("INVESTMENT_COMPLETION", "Investment");
        LEAGUE.put("PROGRESS_PAYMENT_GAP", "Gap");
        LEAGUE.put("LIVELIHOOD_SHARE", "Livelihood");
        LEAGUE.put("RECTIFICATION_RATE", "Rectified");
    }

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LedgerCommand ledger;

    @Option(
            names = "--fund",
            paramLabel = "FUND",
            description = "Only this fund, with numerators and denominators (default: all funds).")
    private Optional<String> fund = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "INDICATOR",
            description = "Order the funds by this one, such as DISBURSEMENT_RATE.")
    private Optional<String> by = Optional.empty();

    @Mixin private final PointOptions point = new PointOptions();
    @Mixin private final FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        return ledger.print(this::text);
    }

    private String text(LedgerClient client) {
        if (fund.isEmpty()) {
            return league(client);
        }
        String path = "/api/v1/funds/" + LedgerClient.encoded(fund.get()) + "/indicators";
        return switch (format.value()) {
            case TABLE -> fundTable(client.get(path, point.query()));
            case JSON -> Listed.json(client.get(path, point.query()));
            case CSV -> client.text(path, point.query(), Format.CSV.mediaType());
        };
    }

    private String league(LedgerClient client) {
        String path = "/api/v1/indicators";
        LedgerClient.Query query = point.query().with("by", by);
        return Listed.text(client, path, query, format.value(), IndicatorsCommand::leagueTable);
    }

    private static String fundTable(JsonNode fund) {
        return "%s  %s, in %s%n%n"
                        .formatted(
                                fund.path("fund").asString(),
                                point(fund),
                                fund.path("currency").asString())
                + Listed.table(fund.path("indicators"), OF_FUND);
    }

    private static String leagueTable(JsonNode league) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text("Fund"));
        columns.add(Table.Column.text("Name"));
        LEAGUE.values().forEach(title -> columns.add(Table.Column.number(title)));
        Table table = new Table(columns);
        for (JsonNode fund : league.path("items")) {
            List<String> row = new ArrayList<>();
            row.add(fund.path("fund").asString());
            row.add(fund.path("name").asString());
            LEAGUE.keySet().forEach(code -> row.add(member(fund, code, "value")));
            table.row(row);
        }
        return "%s; percent, the gap in points%n%n%s".formatted(point(league), table)
                + league.path("items")
                        .valueStream()
                        .findFirst()
                        .map(IndicatorsCommand::bases)
                        .orElse("");
    }

    /** What each column divides by what. */
    private static String bases(JsonNode fund) {
        StringBuilder lines = new StringBuilder("\n");
        LEAGUE.forEach((code, title) ->
                lines.append("%-12s%s%n".formatted(title, member(fund, code, "basis"))));
        return lines.append("\nNumerators and denominators: --fund FUND, or --format csv.\n")
                .toString();
    }

    private static String point(JsonNode answer) {
        return "as of %s, as known at %s"
                .formatted(answer.path("asOf").asString(), answer.path("knownAt").asString());
    }

    private static String member(JsonNode fund, String code, String member) {
        return fund.path("indicators")
                .valueStream()
                .filter(i -> i.path("code").asString().equals(code))
                .map(i -> i.path(member).asString())
                .findFirst()
                .orElse("");
    }
}
