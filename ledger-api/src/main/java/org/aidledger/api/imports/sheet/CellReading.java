package org.aidledger.api.imports.sheet;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandShape.Field;
import org.aidledger.api.command.FieldProblem;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.event.DocumentRef;
import org.aidledger.fund.Portion;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.money.TypedAmount;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Turns the cells of one row into the JSON of its command. What cannot be understood is left as it
 * stands, for the binding to refuse.
 *
 * <ul>
 *   <li>texts as they stand, so {@code =1+1} is just that text
 *   <li>amounts as people type them: {@code 1250000.00}, {@code 1,250,000}, {@code 125万}
 *   <li>dates as {@code 2024-06-30}, {@code 2024/6/30} or {@code 2024年6月30日}
 *   <li>several values ({@code channels}, {@code approvedBy}): separated by semicolons
 *   <li>{@code documents}: {@code type:number} each, separated by semicolons
 *   <li>yes and no ({@code capital}, {@code passed}): {@code true} or {@code false}, 是 or 否
 *   <li>choices by their names or in Chinese
 *   <li>what has fields of its own ({@code changes}, {@code figures}): JSON
 * </ul>
 */
final class CellReading {

    private static final String WHOLE = new Portion.Whole().toString();
    private static final Pattern PLAIN_AMOUNT = Pattern.compile("-?[0-9]{1,19}(\\.[0-9]{1,18})?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final CommandBinding binding;
    private final Map<String, Field> fields;
    private final Optional<String> currency;

    /** What is wrong with a cell in the words of whoever types it, by column. */
    private final Map<String, String> said = new HashMap<>();

    CellReading(CommandBinding binding, Map<String, Field> fields, Map<String, String> cells) {
        this.binding = binding;
        this.fields = fields;
        this.currency =
                Optional.ofNullable(cells.get(RowBinding.CURRENCY)).map(CellReading::currency);
    }

    /** The cell of a column as JSON. */
    JsonNode node(String column, String cell) {
        if (column.equals(RowBinding.CURRENCY)) {
            return JSON.stringNode(currency(cell));
        }
        Field field = fields.get(column);
        return field == null ? JSON.stringNode(cell) : node(field, cell);
    }

    /** A problem of the binding, in the words that fit what was typed. */
    FieldProblem said(FieldProblem problem) {
        return new FieldProblem(
                problem.code(),
                problem.field(),
                said.getOrDefault(problem.field(), problem.detail()));
    }

    private JsonNode node(Field field, String cell) {
        Type type = field.type();
        if (type instanceof ParameterizedType many) {
            return cell.charAt(0) == '['
                    ? json(field, cell)
                    : many(many.getActualTypeArguments()[0], cell);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == boolean.class) {
            String flag = SheetWords.flag(cell);
            boolean isOne = flag.equals("true") || flag.equals("false");
            return isOne ? JSON.booleanNode(flag.equals("true")) : JSON.stringNode(cell);
        }
        if (raw == int.class && WHOLE_NUMBER.matcher(narrow(cell)).matches()) {
            return JSON.numberNode(Integer.parseInt(narrow(cell)));
        }
        return raw.isRecord() && cell.charAt(0) == '{'
                ? json(field, cell)
                : JSON.stringNode(text(field, raw, cell));
    }

    /** The one text that is meant, where the cell may say it in several ways. */
    private String text(Field field, Class<?> type, String cell) {
        if (type == Money.class || type == Portion.class) {
            return amount(field, cell);
        }
        if (type == LocalDate.class) {
            return TypedDate.of(cell);
        }
        if (type == BigDecimal.class) {
            return decimal(field, cell);
        }
        return type.isEnum() ? SheetWords.choice(type, cell) : cell;
    }

    private String amount(Field field, String cell) {
        if (field.type() == Portion.class
                && SheetWords.choice(Whole.class, cell).equals(Whole.WHOLE.toString())) {
            return WHOLE;
        }
        if (PLAIN_AMOUNT.matcher(cell).matches() || currency.isEmpty()) {
            return cell;
        }
        try {
            BigDecimal value =
                    TypedAmount.read(cell, new Denomination(currency.get(), Denomination.MAX_SCALE))
                            .value()
                            .stripTrailingZeros();
            return value.setScale(Math.max(0, value.scale())).toPlainString();
        } catch (IllegalArgumentException e) {
            said.put(field.name(), String.valueOf(e.getMessage()));
            return cell;
        }
    }

    /** How "all that is unspent" may be said. */
    private enum Whole {
        WHOLE;

        @Override
        public String toString() {
            return CellReading.WHOLE;
        }
    }

    /** A percentage may say that it is one, where that is what is asked for. */
    private static String decimal(Field field, String cell) {
        String number = narrow(cell);
        return field.name().endsWith("Percent") && number.endsWith("%")
                ? number.substring(0, number.length() - 1).strip()
                : number;
    }

    private static String currency(String cell) {
        return narrow(cell).toUpperCase(Locale.ROOT);
    }

    private static String narrow(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
    }

    private JsonNode json(Field field, String cell) {
        try {
            return binding.parse(cell);
        } catch (MalformedRequest e) {
            throw new MalformedRequest(
                    e.problems().stream().map(p -> p.within(field.name())).toList());
        }
    }

    private static ArrayNode many(Type of, String cell) {
        ArrayNode values = JSON.arrayNode();
        for (String value : cell.split("[;;]", -1)) {
            String one = value.strip();
            if (one.isEmpty()) {
                continue;
            }
            String[] paper = one.split("[::]", 2);
            if (of == DocumentRef.class && paper.length == 2) {
                values.add(
                        JSON.objectNode()
                                .put("type", paper[0].strip())
                                .put("number", paper[1].strip()));
            } else {
                values.add(
                        of instanceof Class<?> type && type.isEnum()
                                ? SheetWords.choice(type, one)
                                : one);
            }
        }
        return values;
    }
}
