package org.aidledger.api.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints the answer to a question that is a list, in the form asked for. */
final class Listed {

    private static final int ITEMS_AT_ONCE = 1000;

    private Listed() {}

    /** The whole list, whatever its length; as a table, one row for each item. */
    static String text(
            LedgerClient ledger,
            String path,
            LedgerClient.Query query,
            Format format,
            List<Pick> picks) {
        return text(ledger, path, query, format, whole -> table(whole.path("items"), picks));
    }

    /** The whole list and what stands beside it; as a table, in the way that is given. */
    static String text(
            LedgerClient ledger,
            String path,
            LedgerClient.Query query,
            Format format,
            Function<JsonNode, String> table) {
        return switch (format) {
            case TABLE -> table.apply(whole(ledger, path, query));
            case JSON -> json(whole(ledger, path, query));
            case CSV -> ledger.text(path, query, format.mediaType());
        };
    }

    /** The first page, with the items of all that follow. */
    private static ObjectNode whole(LedgerClient ledger, String path, LedgerClient.Query query) {
        ObjectNode whole = (ObjectNode) ledger.get(path, query.with("limit", ITEMS_AT_ONCE));
        ArrayNode items = (ArrayNode) whole.path("items");
        Optional<String> next = next(whole);
        while (next.isPresent()) {
            JsonNode page = ledger.get(path, query.with("cursor", next));
            page.path("items").forEach(items::add);
            next = next(page);
        }
        whole.remove("next");
        return whole;
    }

    private static Optional<String> next(JsonNode page) {
        return page.path("next").stringValueOpt();
    }

    /** One row for each item. */
    static String table(JsonNode items, List<Pick> picks) {
        if (items.isEmpty()) {
            return "nothing\n";
        }
        Table table = new Table(picks.stream().map(Pick::column).toList());
        items.forEach(item -> table.row(picks.stream().map(p -> p.cell(item)).toList()));
        return table.toString();
    }

    static String json(JsonNode answer) {
        return answer.toPrettyString() + "\n";
    }
}
