package org.aidledger.api.cli;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints the answer to a question that is a list, in the form asked for. */
final class Listed {

    private static final int ITEMS_AT_ONCE = 1000;

    private Listed() {}

    /** The whole list, whatever its length. */
    static String text(
            LedgerClient ledger,
            String path,
            LedgerClient.Query query,
            Format format,
            List<Pick> picks) {
        return switch (format) {
            case TABLE -> table(Sheet.of(ledger.text(path, query, format.mediaType())), picks);
            case JSON -> whole(ledger, path, query).toPrettyString() + "\n";
            case CSV -> ledger.text(path, query, format.mediaType());
        };
    }

    private static String table(Sheet sheet, List<Pick> picks) {
        return sheet.rows().isEmpty() ? "nothing\n" : sheet.table(picks).toString();
    }

    /** The first page, with the items of all that follow. */
    static ObjectNode whole(LedgerClient ledger, String path, LedgerClient.Query query) {
        ObjectNode whole = (ObjectNode) ledger.get(path, query.with("limit", ITEMS_AT_ONCE));
        ArrayNode items = (ArrayNode) whole.path("items");
        Optional<String> next = next(whole);
        while (next.isPresent()) {
            JsonNode page = ledger.get(path, query.with("after", next));
            page.path("items").forEach(items::add);
            next = next(page);
        }
        whole.remove("next");
        return whole;
    }

    private static Optional<String> next(JsonNode page) {
        return page.path("next").stringValueOpt();
    }
}
