package org.aidledger.api.pages.post;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.money.TypedAmount;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody typed into the form.
 *
 * @param command its written name
 * @param typed fields by name, as typed
 */
record Entry(String command, Map<String, String> typed) {

    static final String AMOUNT = "amount";

    /** The commands that there is a form for, each with its fields besides those of all. */
    static final Map<String, List<String>> FORMS = forms();

    private static Map<String, List<String>> forms() {
        Map<String, List<String>> forms = new LinkedHashMap<>();
        forms.put("disburse", List.of("project", AMOUNT));
        forms.put("pay", List.of("project", AMOUNT, "payee"));
        forms.put("allocate", List.of("project", AMOUNT));
        forms.put("reclaim", List.of("project", AMOUNT, "reason", "decision"));
        forms.put("receive", List.of(AMOUNT));
        forms.put("reverse", List.of("reverses", "why"));
        return forms;
    }

    /** As the form was sent; the first command where it names none that there is a form for. */
    static Entry of(Map<String, String> parameters) {
        String command = parameters.getOrDefault("command", "");
        return new Entry(
                FORMS.containsKey(command) ? command : FORMS.keySet().iterator().next(),
                Map.copyOf(parameters));
    }

    /** What was typed into a field. */
    public String get(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** Whether the form of the command has a field. */
    public boolean has(String field) {
        return FORMS.getOrDefault(command, List.of()).contains(field);
    }

    /** The amount as it was meant; empty if that cannot be told. */
    Optional<Money> amount(Denomination denomination) {
        try {
            return Optional.of(TypedAmount.read(get(AMOUNT), denomination));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Fields that have to be filled and are not, or cannot be read. */
    List<String> missing(Denomination denomination) {
        List<String> missing = new ArrayList<>();
        if (get("effective").isEmpty()) {
            missing.add("effective");
        }
        for (String field : FORMS.getOrDefault(command, List.of())) {
            boolean optional = field.equals("payee") || (field.equals(AMOUNT) && isWhole());
            boolean unread = field.equals(AMOUNT) && amount(denomination).isEmpty();
            if (!optional && (get(field).isEmpty() || unread)) {
                missing.add(field);
            }
        }
        return missing;
    }

    /** All that is unspent is reclaimed where no amount is given. */
    boolean isWhole() {
        return command.equals("reclaim") && get(AMOUNT).isEmpty();
    }

    /** The fields of the command, as the HTTP contract takes them. */
    ObjectNode fields(JsonMapper json, Denomination denomination) {
        ObjectNode fields = json.createObjectNode();
        fields.put("postingId", get("postingId"));
        fields.put("effective", get("effective"));
        fields.put("note", get("note"));
        if (has("project")) {
            fields.put("project", get("project"));
        }
        if (has("payee")) {
            fields.put("payee", get("payee"));
        }
        if (has(AMOUNT)) {
            money(fields, denomination);
        }
        if (has("reason")) {
            fields.put("reason", get("reason"));
            fields.put("decision", get("decision"));
        }
        if (has("reverses")) {
            fields.put("reverses", get("reverses"));
            fields.put("reason", get("why"));
        }
        if (!get("paperNumber").isEmpty()) {
            ObjectNode paper = fields.putArray("documents").addObject();
            paper.put("type", get("paperType"));
            paper.put("number", get("paperNumber"));
            paper.put("sha256", "");
        }
        return CommandRequests.inOwnName(fields);
    }

    private void money(ObjectNode fields, Denomination denomination) {
        String written = amount(denomination).map(Money::decimal).orElse("");
        fields.put(command.equals("reclaim") ? "portion" : AMOUNT, isWhole() ? "whole" : written);
        fields.put("currency", denomination.currency());
    }
}
