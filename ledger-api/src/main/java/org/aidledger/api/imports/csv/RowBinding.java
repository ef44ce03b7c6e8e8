package org.aidledger.api.imports.csv;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandNames;
import org.aidledger.api.command.CommandShape;
import org.aidledger.api.command.CommandShape.Field;
import org.aidledger.api.command.FieldProblem;
import org.aidledger.api.command.FieldProblem.Code;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.event.Actor;
import org.aidledger.event.DocumentRef;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a row into its command, through the binding that HTTP uses.
 *
 * <p>Columns: {@code command} and {@code fund}, and any field of any command under the name it has
 * in JSON; {@code currency} once for all amounts of the row. A row fills those of its own command
 * and leaves the others empty. Cells are texts as they stand, so {@code =1+1} is just that text.
 *
 * <ul>
 *   <li>several values ({@code channels}, {@code approvedBy}): separated by semicolons
 *   <li>{@code documents}: {@code type:number} each, separated by semicolons
 *   <li>yes and no ({@code capital}, {@code passed}): {@code true} or {@code false}
 *   <li>what has fields of its own ({@code changes}, {@code figures}): JSON
 * </ul>
 */
final class RowBinding {

    static final String COMMAND = "command";
    static final String FUND = "fund";
    static final String ACTOR = "actor";
    static final String CURRENCY = "currency";
    static final String AMOUNT = "amount";

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final CommandBinding binding;
    private final Optional<Actor> actor;

    /**
     * @param actor of rows that name none, if any
     */
    RowBinding(CommandBinding binding, Optional<Actor> actor) {
        this.binding = binding;
        this.actor = actor;
    }

    /** Every column there may be: those of every row first, then the others by name. */
    static Set<String> columns() {
        Set<String> columns =
                new LinkedHashSet<>(
                        Arrays.asList(
                                COMMAND,
                                FUND,
                                "postingId",
                                "effective",
                                ACTOR,
                                "project",
                                AMOUNT,
                                CURRENCY));
        Set<String> others = new TreeSet<>();
        CommandNames.ofFunds()
                .values()
                .forEach(type ->
                        CommandShape.of(type).fields().forEach(field -> others.add(field.name())));
        columns.addAll(others);
        return columns;
    }

    /**
     * The command.
     *
     * @throws MalformedRequest with everything that is wrong, each with its column
     */
    FundCommand command(Sheet.Row row) {
        if (row.overflow()) {
            throw new MalformedRequest(
                    Code.UNKNOWN_FIELD, "", "the row has more cells than the header has columns");
        }
        String name = required(row, COMMAND, "the name of the command, such as disburse");
        FundId fund = fund(required(row, FUND, "the id of the fund"));
        Map<String, Field> fields = fields(name);
        ObjectNode body = JSON.objectNode();
        row.cells()
                .forEach((column, cell) -> {
                    if (!column.equals(COMMAND)) {
                        body.set(column, node(Optional.ofNullable(fields.get(column)), cell));
                    }
                });
        if (!body.has(ACTOR)) {
            actor.ifPresent(named -> body.put(ACTOR, named.name()));
        }
        return binding.fundCommand(name, fund, body);
    }

    private static String required(Sheet.Row row, String column, String what) {
        return Optional.ofNullable(row.cells().get(column))
                .orElseThrow(() ->
                        new MalformedRequest(
                                Code.MISSING_FIELD, column, column + " is missing: " + what));
    }

    private static FundId fund(String cell) {
        try {
            return new FundId(cell);
        } catch (IllegalArgumentException e) {
            throw new MalformedRequest(Code.INVALID_VALUE, FUND, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Field> fields(String command) {
        return CommandNames.fundCommand(command)
                .map(type ->
                        CommandShape.of(type).fields().stream()
                                .collect(java.util.stream.Collectors.toMap(Field::name, f -> f)))
                .orElse(Map.of());
    }

    /** The cell as the field's JSON; what cannot be is left as text, for the binding to refuse. */
    private JsonNode node(Optional<Field> field, String cell) {
        if (field.isEmpty()) {
            return JSON.stringNode(cell);
        }
        Type type = field.get().type();
        if (type instanceof ParameterizedType many) {
            return isJson(cell, '[')
                    ? json(field.get(), cell)
                    : many(many.getActualTypeArguments()[0], cell);
        }
        if (type == boolean.class && (cell.equals("true") || cell.equals("false"))) {
            return JSON.booleanNode(cell.equals("true"));
        }
        if (type == int.class && WHOLE_NUMBER.matcher(cell).matches()) {
            return JSON.numberNode(Integer.parseInt(cell));
        }
        return type instanceof Class<?> raw && raw.isRecord() && isJson(cell, '{')
                ? json(field.get(), cell)
                : JSON.stringNode(cell);
    }

    private static boolean isJson(String cell, char opening) {
        return cell.charAt(0) == opening;
    }

    private JsonNode json(Field field, String cell) {
        try {
            return binding.parse(cell);
        } catch (MalformedRequest e) {
            throw new MalformedRequest(
                    e.problems().stream().map(p -> in(field.name(), p)).toList());
        }
    }

    private static FieldProblem in(String column, FieldProblem problem) {
        return problem.within(column);
    }

    private static ArrayNode many(Type of, String cell) {
        ArrayNode values = JSON.arrayNode();
        for (String value : cell.split(";", -1)) {
            String one = value.strip();
            int colon = one.indexOf(':');
            if (of == DocumentRef.class && colon >= 0) {
                values.add(
                        JSON.objectNode()
                                .put("type", one.substring(0, colon).strip())
                                .put("number", one.substring(colon + 1).strip()));
            } else if (!one.isEmpty()) {
                values.add(one);
            }
        }
        return values;
    }
}
