package org.aidledger.api.pages.form;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.Type;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.api.command.CommandShape;
import org.aidledger.api.command.CommandShape.Field;
import org.aidledger.api.pages.form.Form.Entered;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.fund.Portion;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.money.TypedAmount;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Turns what was typed into a form into the fields of its command. */
final class Reading {

    private static final String WHOLE = new Portion.Whole().toString();

    private final Form form;
    private final Say say;
    private final Offer offer;
    private final Typed typed;
    private final Map<String, String> mistakes = new LinkedHashMap<>();
    private final Map<String, Money> amounts = new LinkedHashMap<>();

    Reading(Form form, Say say, Offer offer, Typed typed) {
        this.form = form;
        this.say = say;
        this.offer = offer;
        this.typed = typed;
    }

    Entered read(ObjectNode fields) {
        fill(fields, form.fields(offer), "");
        if (form.asksForCurrency(offer)) {
            String currency = typed.get(Form.CURRENCY);
            fields.put(Form.CURRENCY, currency);
            if (currency.isEmpty()) {
                mistakes.put(Form.CURRENCY, say.word("post.missing"));
            }
        } else if (CommandShape.of(form.type()).money()) {
            fields.put(Form.CURRENCY, offer.denomination().currency());
        }
        return new Entered(fields, mistakes, amounts);
    }

    private void fill(ObjectNode into, List<Field> fields, String at) {
        for (Field field : fields) {
            String path = at + field.name();
            value(into, field.type(), field.name(), path)
                    .ifPresentOrElse(
                            value -> into.set(field.name(), value),
                            () -> {
                                if (Form.isRequired(field)) {
                                    mistakes.putIfAbsent(path, say.word("post.missing"));
                                }
                            });
        }
    }

    /** What the command is to have there; empty if nothing was typed, or nothing that is one. */
    private Optional<JsonNode> value(ObjectNode into, Type type, String name, String path) {
        Optional<String> text = Optional.of(typed.get(path)).filter(t -> !t.isEmpty());
        return switch (Kind.of(type, name)) {
            case TEXT, LONG, DATE -> text.map(StringNode::valueOf);
            case CHOICE ->
                    text.map(t ->
                            type == boolean.class
                                    ? BooleanNode.valueOf(t.equals("true"))
                                    : StringNode.valueOf(t));
            case CHECK -> Optional.of(BooleanNode.valueOf(typed.get(path).equals("true")));
            case WHOLE -> text.flatMap(t -> whole(path, t));
            case DECIMAL -> text.map(t -> StringNode.valueOf(number(t)));
            case AMOUNT ->
                    type == Portion.class && typed.get(path).equals(WHOLE)
                            ? Optional.of(StringNode.valueOf(WHOLE))
                            : text.flatMap(t -> amount(path, t));
            case TWOFOLD -> text.map(t -> StringNode.valueOf(part(type, path) + ":" + t));
            case CHOICES -> chosen(into, path);
            case ROWS -> rows(into, type, path);
        };
    }

    /** Digits as people type them, without what groups them. */
    private static String number(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s,%]", "")
                .replace('−', '-');
    }

    private Optional<JsonNode> whole(String path, String text) {
        try {
            return Optional.of(IntNode.valueOf(Integer.parseInt(number(text))));
        } catch (NumberFormatException _) {
            mistakes.put(path, say.word("post.whole.unread"));
            return Optional.empty();
        }
    }

    private Optional<JsonNode> amount(String path, String text) {
        try {
            Money amount = TypedAmount.read(text, offer.denomination());
            amounts.put(path, amount);
            return Optional.of(StringNode.valueOf(amount.decimal()));
        } catch (IllegalArgumentException _) {
            mistakes.put(
                    path,
                    isFiner(text)
                            ? say.word("post.amount.finer", offer.denomination().scale())
                            : say.word("post.amount.unread"));
            return Optional.empty();
        }
    }

    /** Whether it is an amount, but one of more decimals than are counted here. */
    private boolean isFiner(String text) {
        try {
            return !TypedAmount.read(
                            text,
                            new Denomination(
                                    offer.denomination().currency(), Denomination.MAX_SCALE))
                    .isZero();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Which kind of a twofold value; the first where none was chosen. */
    private String part(Type type, String path) {
        String chosen = typed.get(path + "." + Form.KIND);
        List<String> kinds = Kind.twofold(type);
        return kinds.contains(chosen) ? chosen : kinds.getFirst();
    }

    private Optional<JsonNode> chosen(ObjectNode into, String path) {
        ArrayNode many = into.arrayNode();
        typed.all(path).forEach(many::add);
        return many.isEmpty() ? Optional.empty() : Optional.of(many);
    }

    /** Rows in which nothing was typed do not count. */
    private Optional<JsonNode> rows(ObjectNode into, Type list, String path) {
        ArrayNode rows = into.arrayNode();
        Type element = Kind.element(list);
        int count = typed.rows(path, Form.rowsAtFirst(list));
        for (int i = 0; i < count; i++) {
            String from = "%s[%d]".formatted(path, i);
            if (!isBlank(from)) {
                row(into, element, from).ifPresent(rows::add);
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows);
    }

    private Optional<JsonNode> row(ObjectNode into, Type element, String path) {
        if (!Kind.isRecord(element)) {
            return value(into, element, "", path);
        }
        ObjectNode row = into.objectNode();
        Class<?> record = (Class<?>) element;
        for (JsonSubTypes.Type form : Kind.forms(element)) {
            if (form.name().equals(typed.get(path + "." + Form.KIND))) {
                row.put(record.getAnnotation(JsonTypeInfo.class).property(), form.name());
                record = form.value();
            }
        }
        fill(row, Form.fieldsOfRow(record), path + ".");
        return Optional.of(row);
    }

    /** The kind of a paper stands there before anybody types. */
    private boolean isBlank(String row) {
        return typed.fields().keySet().stream()
                .filter(p -> p.equals(row) || p.startsWith(row + "."))
                .filter(p -> !p.endsWith("." + Form.KIND) && !p.endsWith(".rows"))
                .filter(p -> !p.matches("documents\\[[0-9]+]\\.type"))
                .allMatch(p -> typed.get(p).isEmpty());
    }
}
