package org.aidledger.api.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * How many rows of a sheet became what, as the header of an answer tells that is a sheet itself.
 */
final class ImportCounts {

    private static final Pattern COUNT = Pattern.compile("([a-z-]+)=([0-9]{1,18})");

    private final Map<String, Long> counts = new LinkedHashMap<>();

    private ImportCounts() {}

    static ImportCounts of(String header) {
        ImportCounts counts = new ImportCounts();
        Matcher matcher = COUNT.matcher(header);
        while (matcher.find()) {
            counts.counts.put(matcher.group(1), Long.valueOf(matcher.group(2)));
        }
        if (!counts.counts.containsKey("refused")) {
            throw new Refused("the answer does not say how many rows were refused");
        }
        return counts;
    }

    long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    String text(Path file, Path result, boolean dryRun) {
        return "%s: %,d lines, %,d %s, %,d already there, %,d refused, %,d held back; each row in %s%n"
                .formatted(
                        file,
                        count("lines"),
                        count("posted"),
                        dryRun ? "would be posted" : "posted",
                        count("already-there"),
                        count("refused"),
                        count("held-back"),
                        result);
    }

    ObjectNode json(Path result) {
        ObjectNode json = LedgerClient.JSON.createObjectNode();
        counts.forEach(json::put);
        return json.put("result", result.toString());
    }
}
