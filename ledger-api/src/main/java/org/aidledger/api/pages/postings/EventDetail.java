package org.aidledger.api.pages.postings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aidledger.api.pages.frame.Prose;
import org.aidledger.api.pages.frame.Refusals;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.money.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event's own components as lines for people. */
public final class EventDetail {

    /** An amount as events write it. */
    private static final Pattern MONEY = Pattern.compile("-?[0-9]+(\\.[0-9]+)? [A-Z]{3}");

    /** What the page says elsewhere, with links. */
    private static final Set<String> ELSEWHERE = Set.of("fund", "voucher");

    private static final String COMMAND = "command";
    private static final String PAPERS = "documents";

    /** What the ledger says of a breach, in English. */
    private static final String SENTENCE = "message";

    private EventDetail() {}

    /**
     * A component.
     *
     * @param name in the reader's language where it has one
     */
    public record Line(String name, String value) {}

    /**
     * The components of an event or command in JSON, one by one.
     *
     * @param names of projects, by their ids
     */
    public static List<Line> lines(
            Say say, JsonMapper json, String detail, Map<String, String> names) {
        List<Line> lines = new ArrayList<>();
        json.readTree(detail)
                .properties()
                .forEach(p -> {
                    if (!ELSEWHERE.contains(p.getKey())) {
                        add(say, lines, p.getKey(), p.getValue());
                    }
                });
        return lines.stream().map(line -> named(line, names)).toList();
    }

    private static Line named(Line line, Map<String, String> names) {
        String name = names.getOrDefault(line.value(), "");
        return name.isEmpty() ? line : new Line(line.name(), name + " · " + line.value());
    }

    private static void add(Say say, List<Line> lines, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(p -> add(say, lines, p.getKey(), p.getValue()));
            return;
        }
        String written = say.name("field." + name, name);
        if (value.isArray() && value.valueStream().anyMatch(JsonNode::isObject)) {
            for (JsonNode element : value) {
                lines.add(new Line(written, together(say, name, element)));
                written = "";
            }
            return;
        }
        String text =
                value.isArray()
                        ? value.valueStream()
                                .map(v -> value(say, v.asString()))
                                .collect(Collectors.joining(", "))
                        : value.asString();
        if (!text.isEmpty()) {
            lines.add(
                    new Line(
                            written,
                            switch (name) {
                                case COMMAND -> say.name("command." + text, text);
                                case SENTENCE -> Prose.of(say, text);
                                default -> value(say, text);
                            }));
        }
    }

    /** A row of a list in one line: a paper by what it is, others with the names of their parts. */
    private static String together(Say say, String list, JsonNode row) {
        boolean papers = list.equals(PAPERS);
        return row.propertyStream()
                .filter(p -> !p.getValue().asString("").isEmpty())
                .map(p ->
                        papers
                                ? p.getValue().asString()
                                : say.name("field." + p.getKey(), p.getKey())
                                        + " "
                                        + value(say, p.getValue().asString()))
                .collect(Collectors.joining(papers ? " " : " · "));
    }

    /** Amounts and words of the ledger itself are written as the reader writes them. */
    private static String value(Say say, String text) {
        if (MONEY.matcher(text).matches()) {
            Money amount = Money.parse(text);
            return say.exact(amount) + " " + amount.currency();
        }
        return text.matches("[A-Z_]{3,}|true|false|whole|[a-z]+-?[a-z]+")
                ? say.name(
                        "value." + text,
                        say.name(
                                "indicator." + text,
                                say.name("role." + text, Refusals.breach(say, text, text))))
                : text;
    }
}
