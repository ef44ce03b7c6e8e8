package org.aidledger.api.cli;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An import's report for a person to read. */
final class ImportTable {

    private static final int MOST_SHOWN = 20;

    private static final List<Pick> TYPES =
            List.of(
                    Pick.text("type", "Type"),
                    Pick.text("currency", ""),
                    Pick.amount("lines", "Lines"),
                    Pick.amount("sum", "Sum"),
                    Pick.amount("posted", "Posted"),
                    Pick.amount("alreadyThere", "Already there"),
                    Pick.amount("refused", "Refused"),
                    Pick.amount("zero", "Zero"),
                    Pick.amount("duplicates", "Duplicates"));

    private static final List<Pick> FUNDS =
            List.of(
                    Pick.text("fund", "Fund"),
                    Pick.text("name", "Name"),
                    Pick.text("currency", ""),
                    Pick.amount("lines", "Lines"),
                    Pick.amount("posted", "Posted"),
                    Pick.amount("alreadyThere", "Already there"),
                    Pick.amount("refused", "Refused"),
                    Pick.amount("breaches", "Breaches"));

    private static final List<Pick> PLACES =
            List.of(
                    Pick.text("subject", "Where"),
                    Pick.text("row", "Row"),
                    Pick.text("column", "Column"),
                    Pick.text("cell", "Cell"),
                    Pick.text("code", "Code"),
                    Pick.text("message", "What"));

    private ImportTable() {}

    static String text(Path file, JsonNode report) {
        StringBuilder text = new StringBuilder();
        text.append(
                "%s: %,d lines, %,d %s, %,d already there, %,d refused; %,d events appended, %,d breaches noted; %.1f s%n"
                        .formatted(
                                file,
                                report.path("lines").asLong(),
                                report.path("posted").asLong(),
                                report.path("dryRun").asBoolean() ? "would be posted" : "posted",
                                report.path("alreadyThere").asLong(),
                                report.path("refused").asLong(),
                                report.path("eventsAppended").asLong(),
                                report.path("breaches").asLong(),
                                report.path("millis").asLong() / 1000.0));
        text.append('\n').append(Listed.table(report.path("types"), TYPES));
        text.append('\n').append(Listed.table(report.path("funds"), FUNDS));
        places(text, "Refused", report.path("refusals"));
        places(text, "To know", report.path("remarks"));
        return text.append('\n').toString();
    }

    private static void places(StringBuilder text, String title, JsonNode places) {
        if (places.isEmpty()) {
            return;
        }
        var some = LedgerClient.JSON.createArrayNode();
        places.valueStream().limit(MOST_SHOWN).forEach(some::add);
        text.append("\n%s (%d)%n%n".formatted(title, places.size()));
        text.append(Listed.table(some, PLACES));
        if (places.size() > MOST_SHOWN) {
            text.append(
                    "… and %d more; --format json names them.%n"
                            .formatted(places.size() - MOST_SHOWN));
        }
    }
}
