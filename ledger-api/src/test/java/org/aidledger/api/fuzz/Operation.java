package org.aidledger.api.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * An operation as the OpenAPI document describes it.
 *
 * @param path with names in braces
 * @param bodies schema and example by content type
 * @param answers content types of what it answers when all goes well
 * @param statuses that the document names
 */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        Map<String, JsonNode> bodies,
        Set<String> answers,
        Set<Integer> statuses) {

    /**
     * A parameter.
     *
     * @param in path, query or header
     */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /** All of a document, in its order. */
    static List<Operation> in(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, item) ->
                        item.forEachEntry((method, operation) ->
                                operations.add(of(method, path, operation))));
        return operations;
    }

    private static Operation of(String method, String path, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(p ->
                        parameters.add(
                                new Parameter(
                                        p.path("name").asString(),
                                        p.path("in").asString(),
                                        p.path("required").asBoolean(false),
                                        p.path("schema"))));
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        operation.path("requestBody").path("content").forEachEntry(bodies::put);
        Set<Integer> statuses = new TreeSet<>();
        Set<String> answers = new TreeSet<>();
        operation
                .path("responses")
                .forEachEntry((status, response) -> {
                    statuses.add(Integer.valueOf(status));
                    if (status.startsWith("2")) {
                        answers.addAll(response.path("content").propertyNames());
                    }
                });
        return new Operation(
                method.toUpperCase(Locale.ROOT), path, parameters, bodies, answers, statuses);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
