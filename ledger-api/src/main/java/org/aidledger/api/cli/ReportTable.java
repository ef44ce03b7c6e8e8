package org.aidledger.api.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The budget statement for a person to read. */
final class ReportTable {

    private static final List<String> OF_FUND =
            List.of("authorised", "received", "remaining", "pool");
    private static final List<String> OF_PROJECT =
            List.of("planned", "allocated", "disbursed", "paid", "reclaimed", "recovered", "idle");

    private ReportTable() {}

    static String text(JsonNode report) {
        JsonNode totals = report.path("totals");
        StringBuilder text = new StringBuilder();
        text.append(
                "%s  as of %s, as known at %s, in %s%n"
                        .formatted(
                                report.path("fund").asString(),
                                report.path("asOf").asString(),
                                report.path("knownAt").asString(),
                                report.path("currency").asString()));
        for (String figure : OF_FUND) {
            text.append("%-12s".formatted(titled(figure)))
                    .append(TextWidth.padded(amount(totals, figure), 22, true))
                    .append('\n');
        }
        return text.append('\n').append(projects(report, totals)).toString();
    }

    private static Table projects(JsonNode report, JsonNode totals) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text("Project"));
        columns.add(Table.Column.text("Name"));
        columns.add(Table.Column.text("Status"));
        OF_PROJECT.forEach(figure -> columns.add(Table.Column.number(titled(figure))));
        columns.add(Table.Column.number("Progress"));
        Table table = new Table(columns);
        for (JsonNode project : report.path("projects")) {
            table.row(
                    row(
                            Stream.of("id", "name", "status").map(n -> project.path(n).asString()),
                            project,
                            project.path("progress").asString("")));
        }
        return table.rule().row(row(Stream.of("total", "", ""), totals, ""));
    }

    private static List<String> row(Stream<String> names, JsonNode figures, String progress) {
        return Stream.of(
                        names,
                        OF_PROJECT.stream().map(figure -> amount(figures, figure)),
                        Stream.of(progress))
                .flatMap(s -> s)
                .toList();
    }

    private static String amount(JsonNode figures, String name) {
        return Amounts.grouped(figures.path(name).asString(""));
    }

    private static String titled(String figure) {
        return Character.toUpperCase(figure.charAt(0)) + figure.substring(1);
    }
}
