package org.aidledger.api.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Reads an answer of JSON lines that ends in its outcome. */
final class Lines {

    private Lines() {}

    /**
     * Hands on every line before the outcome and answers the outcome itself.
     *
     * @param outcome the member that tells the last line from the others
     * @throws Refused if the answer ends in a problem, or without an outcome
     */
    static JsonNode last(InputStream answer, String outcome, Consumer<JsonNode> before) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                JsonNode line = LedgerClient.JSON.readTree(text);
                if (line.has("problem")) {
                    throw new Refused(Problem.of(line.path("problem")).toString());
                }
                if (line.has(outcome)) {
                    return line.path(outcome);
                }
                before.accept(line);
            }
            throw new Refused("the answer broke off");
        } catch (IOException e) {
            throw new Refused("the answer broke off: " + e.getMessage(), e);
        }
    }
}
