package org.aidledger.api.pages.postings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.api.pages.frame.Say;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event's own components as lines for people. */
public final class EventDetail {

    /** What the page says elsewhere, with links. */
    private static final Set<String> ELSEWHERE = Set.of("fund", "voucher");

    private EventDetail() {}

    /**
     * A component.
     *
     * @param name in the reader's language where it has one
     */
    public record Line(String name, String value) {}

    /** The components of an event or command in JSON, one by one. */
    public static List<Line> lines(Say say, JsonMapper json, String detail) {
        List<Line> lines = new ArrayList<>();
        json.readTree(detail)
                .properties()
                .forEach(p -> {
                    if (!ELSEWHERE.contains(p.getKey())) {
                        add(say, lines, p.getKey(), p.getValue());
                    }
                });
        return lines;
    }

    private static void add(Say say, List<Line> lines, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(p -> add(say, lines, p.getKey(), p.getValue()));
        } else {
            String text =
                    value.isArray()
                            ? value.valueStream()
                                    .map(v -> v.isObject() ? v.toString() : v.asString())
                                    .collect(Collectors.joining(", "))
                            : value.asString();
            if (!text.isEmpty()) {
                lines.add(new Line(say.name("field." + name, name), value(say, text)));
            }
        }
    }

    /** Words of the ledger itself are written in the reader's language. */
    private static String value(Say say, String text) {
        return text.matches("[A-Z_]{3,}|true|false|whole") ? say.name("value." + text, text) : text;
    }
}
