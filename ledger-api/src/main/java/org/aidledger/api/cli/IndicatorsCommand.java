package org.aidledger.api.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
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
        return ledger.ask(client -> {
            ledger.terminal().out().print(text(client));
            return ExitCode.OK;
        });
    }

    private String text(LedgerClient client) {
        if (fund.isEmpty()) {
            return league(client);
        }
        String path = "/api/v1/funds/" + LedgerClient.encoded(fund.get()) + "/indicators";
        return switch (format.value()) {
            case TABLE -> Listed.table(client.get(path, point.query()).path("indicators"), OF_FUND);
            case JSON -> Listed.json(client.get(path, point.query()));
            case CSV -> client.text(path, point.query(), Format.CSV.mediaType());
        };
    }

    private String league(LedgerClient client) {
        String path = "/api/v1/indicators";
        LedgerClient.Query query = point.query().with("by", by);
        return switch (format.value()) {
            case TABLE -> leagueTable(Listed.whole(client, path, query).path("items")).toString();
            case JSON -> Listed.json(Listed.whole(client, path, query));
            case CSV -> client.text(path, query, Format.CSV.mediaType());
        };
    }

    private static Table leagueTable(JsonNode funds) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text("Fund"));
        columns.add(Table.Column.text("Name"));
        LEAGUE.values().forEach(title -> columns.add(Table.Column.number(title)));
        Table table = new Table(columns);
        for (JsonNode fund : funds) {
            List<String> row = new ArrayList<>();
            row.add(fund.path("fund").asString());
            row.add(fund.path("name").asString());
            LEAGUE.keySet().forEach(code -> row.add(value(fund, code)));
            table.row(row);
        }
        return table;
    }

    private static String value(JsonNode fund, String code) {
        return fund.path("indicators")
                .valueStream()
                .filter(i -> i.path("code").asString().equals(code))
                .map(i -> i.path("value").asString())
                .findFirst()
                .orElse("");
    }
}
