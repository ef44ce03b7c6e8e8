package org.aidledger.api.imports.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandNames;
import org.aidledger.api.command.CommandShape;
import org.aidledger.api.command.CommandShape.Field;
import org.aidledger.api.command.FieldProblem;
import org.aidledger.api.command.FieldProblem.Code;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.event.Actor;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a row into its command, through the binding that HTTP uses.
 *
 * <p>Columns: {@code command} and {@code fund}, and any field of any command under the name it has
 * in JSON; {@code currency} once for all amounts of the row. A row fills those of its own command
 * and leaves the others empty. How a cell is understood says {@link CellReading}. A row without a
 * {@code postingId} gets one from what it says, see {@link RowIds}.
 */
final class RowBinding {

    static final String COMMAND = "command";
    static final String FUND = "fund";
    static final String POSTING_ID = "postingId";
    static final String EFFECTIVE = "effective";
    static final String ACTOR = "actor";
    static final String CURRENCY = "currency";
    static final String AMOUNT = "amount";

    /** Stands in for an id until it is known what the row says. */
    private static final String PROVISIONAL = "row";

    private static final Set<String> COLUMNS = all();

    private final CommandBinding binding;
    private final Optional<Actor> actor;
    private final RowIds ids = new RowIds();
    private final Map<String, Map<String, Field>> fields = new HashMap<>();

    /**
     * @param actor of rows that name none, if any
     */
    RowBinding(CommandBinding binding, Optional<Actor> actor) {
        this.binding = binding;
        this.actor = actor;
    }

    /** Every column there may be: those of every row first, then the others by name. */
    static Set<String> columns() {
        return COLUMNS;
    }

    private static Set<String> all() {
        Set<String> columns =
                new LinkedHashSet<>(
                        Arrays.asList(
                                COMMAND,
                                FUND,
                                POSTING_ID,
                                EFFECTIVE,
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
    FundCommand command(Row row) {
        refuseUnreadable(row);
        String name =
                SheetWords.command(
                        required(row, COMMAND, "the name of the command, such as disburse"));
        FundId fund = fund(required(row, FUND, "the id of the fund"));
        CellReading cells = new CellReading(binding, fields(name), row.cells());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        row.cells()
                .forEach((column, cell) -> {
                    if (!column.equals(COMMAND)) {
                        body.set(column, cells.node(column, cell));
                    }
                });
        if (!body.has(ACTOR)) {
            actor.ifPresent(named -> body.put(ACTOR, named.name()));
        }
        try {
            return body.has(POSTING_ID) ? bind(name, fund, body) : named(name, fund, body);
        } catch (MalformedRequest e) {
            throw new MalformedRequest(e.problems().stream().map(cells::said).toList());
        }
    }

    private FundCommand bind(String name, FundId fund, ObjectNode body) {
        return binding.fundCommand(name, fund, body);
    }

    private FundCommand named(String name, FundId fund, ObjectNode body) {
        if (ids.isFull()) {
            throw new MalformedRequest(
                    Code.MISSING_FIELD,
                    POSTING_ID,
                    "postingId is missing: after %d rows without one each has to bring its own"
                            .formatted(RowIds.MOST));
        }
        FundCommand said = bind(name, fund, body.put(POSTING_ID, PROVISIONAL));
        return bind(name, fund, body.put(POSTING_ID, ids.of(name, binding.fields(said))));
    }

    private static void refuseUnreadable(Row row) {
        List<FieldProblem> problems = new ArrayList<>();
        if (row.overflow()) {
            problems.add(
                    new FieldProblem(
                            Code.UNKNOWN_FIELD,
                            "",
                            "the row has more cells than the header has columns"));
        }
        row.faults()
                .forEach((column, fault) ->
                        problems.add(new FieldProblem(Code.INVALID_VALUE, column, fault)));
        if (!problems.isEmpty()) {
            throw new MalformedRequest(problems);
        }
    }

    private static String required(Row row, String column, String what) {
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

    private Map<String, Field> fields(String command) {
        return fields.computeIfAbsent(command, RowBinding::fieldsOf);
    }

    /** The fields of a command by name; none if there is no such command. */
    static Map<String, Field> fieldsOf(String command) {
        Map<String, Field> fields = new HashMap<>();
        CommandNames.fundCommand(command)
                .ifPresent(type ->
                        CommandShape.of(type).fields().forEach(f -> fields.put(f.name(), f)));
        return fields;
    }
}
