package org.aidledger.api.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A problem in the sense of RFC 9457, for a person to read: one line, then a line for each value
 * that would help.
 *
 * @param code permanent code, or the HTTP status
 */
record Problem(String code, String detail, List<String> values) {

    private static final Set<String> STANDARD =
            Set.of("type", "title", "status", "detail", "instance", "code", "message", "errors");

    /** The problem in an answer; any other answer is shown as far as a line goes. */
    static Problem of(int status, String body) {
        try {
            JsonNode problem = LedgerClient.JSON.readTree(body);
            if (problem.isObject()) {
                return of(status, problem);
            }
        } catch (JacksonException _) {
            // Not JSON: whatever stands between may answer with a page of its own.
        }
        return new Problem(
                "HTTP " + status, body.lines().findFirst().orElse("no reason given"), List.of());
    }

    /** A problem told in the last line of an answer that had already begun. */
    static Problem of(JsonNode problem) {
        return of(problem.path("status").asInt(), problem);
    }

    private static Problem of(int status, JsonNode problem) {
        String code = problem.path("code").asString("HTTP " + status);
        String detail =
                problem.path("detail").asString(problem.path("title").asString("no reason given"));
        List<String> values = new ArrayList<>(mistakes(problem.path("errors")));
        problem.forEachEntry((name, value) -> {
            if (!STANDARD.contains(name)) {
                values.addAll(lines(name, value));
            }
        });
        return new Problem(code, detail, values);
    }

    /** All that is wrong with a request; one mistake alone is the detail already. */
    private static List<String> mistakes(JsonNode errors) {
        return errors.size() < 2
                ? List.of()
                : errors.valueStream()
                        .map(e -> e.path("field").asString() + ": " + e.path("detail").asString())
                        .toList();
    }

    private static List<String> lines(String name, JsonNode value) {
        List<String> lines = new ArrayList<>();
        if (value.isObject()) {
            value.forEachEntry((inner, v) -> lines.addAll(lines(inner, v)));
        } else if (value.isArray() && value.valueStream().anyMatch(JsonNode::isObject)) {
            value.forEach(v -> lines.add(name + ": " + flat(v)));
        } else {
            lines.add(name + ": " + flat(value));
        }
        return lines;
    }

    private static String flat(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT ->
                    value.propertyStream()
                            .map(e -> e.getKey() + " " + flat(e.getValue()))
                            .collect(Collectors.joining(", "));
            case ARRAY -> value.valueStream().map(Problem::flat).collect(Collectors.joining(", "));
            case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO, STRING -> value.asString();
        };
    }

    @Override
    public String toString() {
        String first = code + ": " + detail;
        return values.isEmpty() ? first : first + "\n  " + String.join("\n  ", values);
    }
}
