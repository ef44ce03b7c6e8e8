package org.aidledger.api.fuzz;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values that an operation would take: by the name, where a name means something, else by schema.
 */
final class Values {

    static final JsonMapper JSON = new JsonMapper();

    private static final List<String> DAYS =
            List.of("2024-01-02", "2024-02-29", "2024-06-30", "2024-12-31", "2025-03-01");
    private static final List<String> INSTANTS =
            List.of("2024-06-30T00:00:00Z", "2026-12-31", "2099-01-01T12:00:00+08:00");

    private final JsonNode document;
    private final Map<String, List<String>> known;

    /**
     * @param known values that mean something in this ledger, by name of field or parameter
     */
    Values(JsonNode document, Map<String, List<String>> known) {
        this.document = document;
        this.known = known;
    }

    static <T> T one(List<T> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }

    /** A parameter's value as text. */
    String text(String name, JsonNode schema, SplittableRandom random) {
        List<String> meaningful = known.get(name);
        if (meaningful != null) {
            return one(meaningful, random);
        }
        JsonNode value = of(name, schema, random);
        return value.isString() ? value.stringValue() : value.toString();
    }

    /** A body: the example, or what the schema asks for. */
    JsonNode body(JsonNode mediaType, SplittableRandom random, long input) {
        JsonNode example = mediaType.path("example");
        JsonNode body =
                example.isString()
                        ? JSON.readTree(example.stringValue())
                        : of("", mediaType.path("schema"), random);
        if (body instanceof ObjectNode fields) {
            settle(fields, random, input);
        }
        return body;
    }

    /** About what there is, and not a repetition of what was said before. */
    private void settle(ObjectNode fields, SplittableRandom random, long input) {
        for (String name : List.copyOf(fields.propertyNames())) {
            List<String> meaningful = known.get(name);
            if (meaningful != null && fields.path(name).isString()) {
                fields.put(name, one(meaningful, random));
            }
        }
        if (fields.has("postingId")) {
            fields.put("postingId", "fuzz-" + (random.nextInt(8) == 0 ? 1 : input));
        }
    }

    private JsonNode of(String name, JsonNode schema, SplittableRandom random) {
        JsonNodeFactory make = JSON.getNodeFactory();
        if (schema.has("$ref")) {
            return of(name, document.at(schema.path("$ref").stringValue().substring(1)), random);
        }
        if (schema.has("oneOf")) {
            JsonNode forms = schema.path("oneOf");
            return of(name, forms.path(random.nextInt(forms.size())), random);
        }
        if (known.containsKey(name)) {
            return make.stringNode(one(known.getOrDefault(name, List.of()), random));
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
        }
        String type = schema.path("type").asString("string");
        return switch (type) {
            case "object" -> {
                ObjectNode object = make.objectNode();
                schema.path("properties")
                        .forEachEntry((field, of) -> object.set(field, of(field, of, random)));
                yield object;
            }
            case "array" -> {
                ArrayNode array = make.arrayNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    array.add(of(name, schema.path("items"), random));
                }
                yield array;
            }
            case "boolean" -> make.booleanNode(random.nextBoolean());
            case "integer", "number" -> make.numberNode(random.nextInt(100));
            default -> make.stringNode(string(name, schema, random));
        };
    }

    private static String string(String name, JsonNode schema, SplittableRandom random) {
        return switch (schema.path("format").asString("")) {
            case "date" -> one(DAYS, random);
            case "date-time" -> one(INSTANTS, random);
            default ->
                    switch (name) {
                        case "limit" -> Integer.toString(1 + random.nextInt(1000));
                        case "atLeast", "after", "size", "index", "from", "to" ->
                                Integer.toString(random.nextInt(30));
                        default -> random.nextBoolean() ? "text" : "文本";
                    };
        };
    }
}
