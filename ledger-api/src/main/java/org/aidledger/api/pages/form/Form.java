package org.aidledger.api.pages.form;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aidledger.api.command.CommandShape;
import org.aidledger.api.command.CommandShape.Field;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.fund.StatedFigures.Share;
import org.aidledger.money.Money;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a command.
 *
 * @param command its written name
 * @param type its record
 */
public record Form(String command, Class<?> type) {

    /** What stands in every voucher comes last, as it does on paper. */
    private static final List<String> LAST = List.of("effective", "documents", "note");

    static final String CURRENCY = "currency";
    static final String KIND = "kind";

    /**
     * What was typed, as the HTTP contract takes it.
     *
     * @param fields complete only where nothing is wrong
     * @param mistakes by path, in words
     * @param amounts by path, those that could be read
     */
    public record Entered(
            ObjectNode fields, Map<String, String> mistakes, Map<String, Money> amounts) {}

    /** Reads what was typed; what is missing or cannot be read is said in the reader's words. */
    public Entered read(Say say, JsonMapper json, Offer offer, Typed typed) {
        return new Reading(this, say, offer, typed).read(json.createObjectNode());
    }

    /** The fields of the form with what was typed in them. */
    public List<Control> draw(Say say, Offer offer, Typed typed, Map<String, String> mistakes) {
        return new Drawing(this, say, offer, typed, mistakes).controls();
    }

    /** What the field at a path is called in this form. */
    public String label(Say say, String path) {
        String plain = path.replaceAll("\\[[0-9]+]", "");
        String name = Mistakes.name(plain);
        return Stream.of(command + "." + plain, plain, command + "." + name)
                .map(key -> say.name("field." + key, ""))
                .filter(label -> !label.isEmpty())
                .findFirst()
                .orElseGet(() -> say.name("field." + name, name));
    }

    /**
     * A mistake in a list of them.
     *
     * @param id of the field
     */
    public record Mistaken(String id, String label, String text) {}

    /** All mistakes, each with the name of its field. */
    public List<Mistaken> listed(Say say, Map<String, String> mistakes) {
        return mistakes.entrySet().stream()
                .map(m ->
                        new Mistaken(Control.id(m.getKey()), labels(say, m.getKey()), m.getValue()))
                .toList();
    }

    /** What a path is called: {@code changes[0].planned} is the first change's planned money. */
    private String labels(Say say, String path) {
        int inner = path.lastIndexOf('.');
        String outer = inner < 0 ? "" : labels(say, path.substring(0, inner)) + " · ";
        String number = path.endsWith("]") ? " " + (row(path) + 1) : "";
        return outer + label(say, path) + number;
    }

    private static int row(String path) {
        return Integer.parseInt(path.substring(path.lastIndexOf('[') + 1, path.length() - 1));
    }

    /** Fields that people are asked for, in the order of the form. */
    List<Field> fields(Offer offer) {
        List<Field> own = CommandShape.of(type).fields().stream().toList();
        return Stream.concat(
                        own.stream().filter(f -> !LAST.contains(f.name())),
                        LAST.stream()
                                .flatMap(name -> own.stream().filter(f -> f.name().equals(name))))
                .filter(f -> offer.asks(f.name()))
                .toList();
    }

    boolean asksForCurrency(Offer offer) {
        return CommandShape.of(type).money() && offer.asks(CURRENCY);
    }

    /** Fields of a row of a list. */
    static List<Field> fieldsOfRow(Class<?> record) {
        return CommandShape.of(record).fields();
    }

    /** Whether something has to stand in a field; a fund counts as its currency does. */
    static boolean isRequired(Field field) {
        return field.isRequired() && !field.name().equals("scale");
    }

    /** How many rows a list shows at first. */
    static int rowsAtFirst(Type list) {
        Type element = Kind.element(list);
        if (!Kind.forms(element).isEmpty()) {
            return 0;
        }
        boolean ofSeveral = element == BigDecimal.class || element == Share.class;
        return ofSeveral ? 2 : 1;
    }
}
