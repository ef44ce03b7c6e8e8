package org.aidledger.api.cli;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object written as words of a command line: {@code key=text} or {@code key:=json}. */
final class Keyed {

    private Keyed() {}

    /**
     * Reads the words.
     *
     * @throws Refused if a word has neither form
     */
    static ObjectNode object(List<String> words) {
        ObjectNode object = LedgerClient.JSON.createObjectNode();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1 || word.startsWith(":")) {
                throw new Refused("write each field as key=text or key:=json, not '" + word + "'");
            }
            if (word.charAt(equals - 1) == ':') {
                object.set(word.substring(0, equals - 1), json(word, word.substring(equals + 1)));
            } else {
                object.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return object;
    }

    private static JsonNode json(String word, String text) {
        try {
            return LedgerClient.JSON.readTree(text);
        } catch (JacksonException e) {
            throw new Refused("not JSON after ':=' in '" + word + "'", e);
        }
    }
}
