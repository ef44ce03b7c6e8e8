package org.aidledger.api.imports.sheet;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.api.command.CommandNames;
import org.aidledger.api.command.CommandShape;
import org.aidledger.api.command.CommandShape.Field;
import org.aidledger.fund.Portion;
import org.aidledger.money.Money;

/**
 * A column of sheets.
 *
 * @param column its name in the HTTP contract
 * @param form how it is filled in
 * @param choices what it may hold, in the words of the template, if that is a list
 */
public record SheetColumn(String column, Form form, List<String> choices) {

    /** How a column is filled in. */
    public enum Form {
        TEXT,
        AMOUNT,
        DATE,
        FLAG,
        CHOICE,
        NUMBER,
        CURRENCY
    }

    private static final Map<String, SheetColumn> KNOWN = known();

    private static Map<String, SheetColumn> known() {
        Map<String, SheetColumn> known = new HashMap<>();
        for (String column : RowBinding.columns()) {
            known.put(column, new SheetColumn(column, Form.TEXT, List.of()));
        }
        Map<String, SheetColumn> fields = new HashMap<>();
        CommandNames.ofFunds()
                .values()
                .forEach(command ->
                        CommandShape.of(command)
                                .fields()
                                .forEach(f ->
                                        fields.merge(
                                                f.name(),
                                                of(f.name(), f.type()),
                                                SheetColumn::or)));
        known.putAll(fields);
        known.put(
                RowBinding.CURRENCY,
                new SheetColumn(RowBinding.CURRENCY, Form.CURRENCY, List.of()));
        known.put(
                RowBinding.COMMAND,
                new SheetColumn(
                        RowBinding.COMMAND,
                        Form.CHOICE,
                        CommandNames.ofFunds().keySet().stream()
                                .map(SheetWords::ofCommand)
                                .toList()));
        return known;
    }

    /** What a column may hold that means one thing in one command and another in another. */
    private static SheetColumn or(SheetColumn one, SheetColumn other) {
        Set<String> choices = new LinkedHashSet<>(one.choices());
        choices.addAll(other.choices());
        return new SheetColumn(
                one.column(),
                one.form() == other.form() ? one.form() : Form.TEXT,
                List.copyOf(choices));
    }

    private static SheetColumn of(String column, Type type) {
        if (type == Money.class || type == Portion.class) {
            return new SheetColumn(column, Form.AMOUNT, List.of());
        }
        if (type == LocalDate.class) {
            return new SheetColumn(column, Form.DATE, List.of());
        }
        if (type == boolean.class) {
            return new SheetColumn(column, Form.FLAG, List.of("是", "否"));
        }
        if (type == int.class || type == BigDecimal.class) {
            return new SheetColumn(column, Form.NUMBER, List.of());
        }
        if (type instanceof Class<?> raw && raw.isEnum()) {
            return new SheetColumn(
                    column,
                    Form.CHOICE,
                    Arrays.stream(raw.getEnumConstants())
                            .map(constant -> SheetWords.ofChoice(constant.toString()))
                            .toList());
        }
        return new SheetColumn(column, Form.TEXT, List.of());
    }

    /** A column by its name; one of texts if there is none of that name. */
    public static SheetColumn of(String column) {
        return KNOWN.getOrDefault(column, new SheetColumn(column, Form.TEXT, List.of()));
    }

    /** Whether there is a column of that name. */
    public static boolean exists(String column) {
        return KNOWN.containsKey(column);
    }

    /** What it is called. */
    public String name(boolean inChinese) {
        return inChinese ? SheetWords.chinese("column." + column).orElse(column) : column;
    }

    /**
     * The columns that a row of a command may fill in.
     *
     * @param cell how the row names its command
     * @param forOthers whether actors and approvals of others are among them
     */
    public static Set<String> of(String cell, boolean forOthers) {
        String command = SheetWords.command(cell);
        Set<String> columns = new LinkedHashSet<>(List.of(RowBinding.COMMAND, RowBinding.FUND));
        CommandNames.fundCommand(command)
                .ifPresent(type -> {
                    CommandShape shape = CommandShape.of(type);
                    shape.fields().stream()
                            .map(Field::name)
                            .filter(f -> forOthers || !SheetTemplate.OF_OTHERS.contains(f))
                            .forEach(columns::add);
                    if (shape.money()) {
                        columns.add(RowBinding.CURRENCY);
                    }
                });
        return columns;
    }
}
