package org.aidledger.api.cli;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How many rows of a sheet became what, where the sheet itself says the rest. */
final class ImportCounts {

    private ImportCounts() {}

    static String text(JsonNode report, Path file, Path result, boolean dryRun) {
        return "%s: %,d lines, %,d %s, %,d already there, %,d refused, %,d held back; each row in %s%n"
                .formatted(
                        file,
                        report.path("lines").asLong(),
                        report.path("posted").asLong(),
                        dryRun ? "would be posted" : "posted",
                        report.path("alreadyThere").asLong(),
                        report.path("refused").asLong(),
                        report.path("heldBack").asLong(),
                        result);
    }

    static ObjectNode json(JsonNode report, Path result) {
        return LedgerClient.JSON
                .createObjectNode()
                .put("lines", report.path("lines").asLong())
                .put("posted", report.path("posted").asLong())
                .put("already-there", report.path("alreadyThere").asLong())
                .put("refused", report.path("refused").asLong())
                .put("held-back", report.path("heldBack").asLong())
                .put("result", result.toString());
    }
}
