package org.aidledger.faults.load;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.faults.check.Key;
import org.aidledger.faults.check.Wanted;

/**
 * A command in words, as HTTP, batches and files take it.
 *
 * @param command its name in addresses
 * @param event stored name of what it becomes
 * @param fields its fields in JSON, but for fund and posting id
 */
public record Draft(
        String command, String event, String fund, String postingId, Map<String, String> fields) {

    static final String CSV_HEADER =
            "command,fund,postingId,effective,actor,project,amount,currency\n";

    private static final Map<String, String> IN_EVENT =
            Map.of(
                    "effective", "/voucher/effective",
                    "actor", "/voucher/actor",
                    "project", "/project",
                    "reverses", "/reverses",
                    "through", "/through",
                    "from", "/from",
                    "flow", "/flow");

    public Draft {
        fields = new LinkedHashMap<>(fields);
    }

    /** The same under the same id, with another value in one field. */
    Draft with(String field, String value) {
        Map<String, String> other = new LinkedHashMap<>(fields);
        other.put(field, value);
        return new Draft(command, event, fund, postingId, other);
    }

    /** What its event has to say. */
    public Wanted wanted() {
        Map<String, String> said = new HashMap<>();
        IN_EVENT.forEach((field, pointer) -> {
            if (fields.containsKey(field)) {
                said.put(pointer, unquoted(fields.getOrDefault(field, "")));
            }
        });
        if (fields.containsKey("amount")) {
            said.put("/amount", text("amount") + " " + text("currency"));
        }
        return new Wanted(new Key(fund, postingId), event, said);
    }

    private String text(String field) {
        return unquoted(fields.getOrDefault(field, ""));
    }

    /** Body of a request of its own. */
    public String json() {
        return json(Stream.of(Map.entry("postingId", quoted(postingId))));
    }

    /** A line of a batch or a file. */
    String line() {
        return json(
                Stream.of(
                        Map.entry("command", quoted(command)),
                        Map.entry("fund", quoted(fund)),
                        Map.entry("postingId", quoted(postingId))));
    }

    private String json(Stream<Map.Entry<String, String>> first) {
        return Stream.concat(first, fields.entrySet().stream())
                .map(field -> quoted(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A row below {@link #CSV_HEADER}. */
    String row() {
        return Stream.of(
                                command,
                                fund,
                                postingId,
                                text("effective"),
                                text("actor"),
                                text("project"),
                                text("amount"),
                                text("currency"))
                        .collect(Collectors.joining(","))
                + "\n";
    }

    static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String unquoted(String json) {
        return json.replace("\"", "");
    }
}
