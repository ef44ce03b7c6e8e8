package org.aidledger.api.imports.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandNames;
import org.aidledger.api.command.CommandShape;
import org.aidledger.api.command.CommandShape.Field;
import org.aidledger.api.sheet.Cell;
import org.aidledger.api.sheet.Spreadsheet;
import org.aidledger.api.sheet.Table;
import org.aidledger.api.sheet.Table.Emphasis;
import org.aidledger.event.DocumentRef;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.Portion;
import org.aidledger.money.Money;

/**
 * A workbook to fill in: a sheet with the columns of some commands and nothing else in it, and
 * others that are not read, which explain the commands, show examples, and hold the lists to choose
 * from. All of it follows from the commands' own records, as the description of the HTTP contract
 * does.
 */
public final class SheetTemplate {

    /** What only those fill in who record the history of others. */
    static final Set<String> OF_OTHERS = Set.of("actor", "approvedBy");

    private static final int WIDE = 30;
    private static final int MIDDLE = 16;
    private static final int NARROW = 12;

    private final CommandBinding binding;
    private final List<String> commands;
    private final List<String> columns;
    private final boolean forOthers;

    /**
     * @param commands by name; those that do not fit into a row are left out
     * @param forOthers whether whoever fills it in states the actors and approvals of others
     */
    public SheetTemplate(CommandBinding binding, Collection<String> commands, boolean forOthers) {
        this.binding = binding;
        this.commands = commands.stream().filter(SheetTemplate::fitsIntoARow).toList();
        this.forOthers = forOthers;
        Set<String> used = new LinkedHashSet<>();
        this.commands.forEach(c -> fields(c).forEach(f -> used.add(f.name())));
        used.addAll(List.of(RowBinding.COMMAND, RowBinding.CURRENCY));
        this.columns = RowBinding.columns().stream().filter(used::contains).toList();
    }

    /** Some commands hold tables of their own, which nobody writes into one cell. */
    private static boolean fitsIntoARow(String command) {
        return CommandShape.of(type(command)).fields().stream().allMatch(f -> isPlain(f.type()));
    }

    private static boolean isPlain(Type type) {
        if (type instanceof ParameterizedType many) {
            return many.getActualTypeArguments()[0] == DocumentRef.class
                    || isPlain(many.getActualTypeArguments()[0]);
        }
        Class<?> raw = (Class<?>) type;
        return raw.isPrimitive()
                || raw == BigDecimal.class
                || raw == Money.class
                || raw == Portion.class
                || CommandShape.isText(raw);
    }

    private static Class<? extends FundCommand> type(String command) {
        return CommandNames.fundCommand(command).orElseThrow();
    }

    private List<Field> fields(String command) {
        return CommandShape.of(type(command)).fields().stream()
                .filter(f -> forOthers || !OF_OTHERS.contains(f.name()))
                .toList();
    }

    /** Writes the workbook. */
    public void writeTo(OutputStream out) throws IOException {
        try (Spreadsheet file = new Spreadsheet()) {
            Table entries = file.table(SheetWords.text("sheet"), widths());
            Table guide = file.table(SheetWords.text("explained"), 26, 44, 44, 60);
            Table examples = file.table(SheetWords.text("examples"), 20, 16, 18, 12, 12);
            Table lists = file.table(SheetWords.text("lists"), 30);
            entries(entries, lists);
            guide(guide);
            examples(examples);
            file.writeTo(out);
        }
    }

    private int[] widths() {
        return columns.stream()
                .mapToInt(column ->
                        switch (column) {
                            case RowBinding.COMMAND, RowBinding.AMOUNT -> MIDDLE + 4;
                            case RowBinding.CURRENCY, RowBinding.EFFECTIVE, "project" -> NARROW;
                            case "note", "payee", "reason", "documents", "name" -> WIDE;
                            default -> MIDDLE;
                        })
                .toArray();
    }

    private void entries(Table entries, Table lists) {
        entries.heading(columns.stream().map(SheetWords::heading).toList());
        for (int i = 0; i < columns.size(); i++) {
            entries.format(i, form(columns.get(i)));
            List<String> choices = choices(columns.get(i));
            if (!choices.isEmpty()) {
                int from = lists.rows() + 1;
                choices.forEach(choice -> lists.row(Cell.text(choice)));
                entries.choices(i, SheetWords.text("lists"), from, lists.rows());
                lists.gap();
            }
        }
    }

    /** A cell like those that will stand in a column. */
    private static Cell form(String column) {
        return switch (SheetColumn.of(column).form()) {
            case AMOUNT -> Cell.amount(Money.of("0.00", "CNY"));
            case DATE -> Cell.day(LocalDate.EPOCH);
            case TEXT, FLAG, CHOICE, NUMBER, CURRENCY -> new Cell.Text("");
        };
    }

    private List<String> choices(String column) {
        if (column.equals(RowBinding.COMMAND)) {
            return commands.stream().map(SheetWords::ofCommand).toList();
        }
        return column.equals("category")
                ? List.of(SheetWords.text("categories").split(";", -1))
                : SheetColumn.of(column).choices();
    }

    private void guide(Table guide) {
        guide.title(SheetWords.text("title"));
        for (String line : SheetWords.text("how").split("\\|", -1)) {
            guide.note(line);
        }
        guide.gap();
        guide.heading(SheetWords.text("guide.heading").split("\\|", -1));
        for (String command : commands) {
            guide.row(
                    Cell.text(SheetWords.ofCommand(command)),
                    Cell.text(named(command, true)),
                    Cell.text(named(command, false)),
                    Cell.text(example(command)));
        }
        guide.gap();
        guide.row(
                Arrays.stream(SheetWords.text("columns.heading").split("\\|", -1))
                        .map(Cell::text)
                        .toList(),
                Emphasis.STRONG);
        for (String column : columns) {
            guide.row(Cell.text(SheetWords.heading(column)), Cell.text(how(column)));
        }
    }

    /** The columns that a command needs, or may have besides. */
    private String named(String command, boolean required) {
        List<String> named = new ArrayList<>();
        for (Field field : fields(command)) {
            // An actor and a posting id need not be said: they are known, or made.
            boolean needed =
                    field.isRequired()
                            && !field.name().equals(RowBinding.POSTING_ID)
                            && !field.name().equals(RowBinding.ACTOR)
                            && !field.name().equals("scale");
            if (needed == required) {
                named.add(SheetWords.heading(field.name()));
            }
        }
        if (required && CommandShape.of(type(command)).money()) {
            named.add(SheetWords.heading(RowBinding.CURRENCY));
        }
        return String.join("、", named);
    }

    private String example(String command) {
        return binding.example(type(command)).properties().stream()
                .filter(e -> forOthers || !OF_OTHERS.contains(e.getKey()))
                .filter(e -> !e.getValue().isEmpty() || e.getValue().isValueNode())
                .map(e -> e.getKey() + " = " + e.getValue().asString(e.getValue().toString()))
                .collect(Collectors.joining(" | "));
    }

    private String how(String column) {
        List<String> choices = choices(column);
        if (!choices.isEmpty()) {
            return String.join("、", choices);
        }
        return switch (SheetColumn.of(column).form()) {
            case AMOUNT -> SheetWords.text("form.amount");
            case DATE -> SheetWords.text("form.date");
            case CURRENCY -> SheetWords.text("form.currency");
            case TEXT, FLAG, CHOICE, NUMBER ->
                    switch (column) {
                        case RowBinding.POSTING_ID -> SheetWords.text("form.postingId");
                        case "documents" -> SheetWords.text("form.documents");
                        case "channels" -> String.join(";", SheetColumn.of("channel").choices());
                        case "tender" -> "tender:… / exempt:…";
                        case "basis" -> "adjustment:… / reclaim:…";
                        default -> "";
                    };
        };
    }

    /** The rows of the small file that imports, set back, so that nobody takes them for entries. */
    private static void examples(Table examples) throws IOException {
        Path file = Files.createTempFile("aid-ledger-template-", ".csv");
        try {
            Files.writeString(file, CsvTemplate.text());
            examples.note(SheetWords.text("examples.note"));
            new CsvSheet()
                    .read(
                            file,
                            new SheetFormat.Reader() {
                                private List<String> columns = List.of();

                                @Override
                                public void heading(Heading heading) {
                                    columns = heading.columns();
                                    examples.heading(
                                            columns.stream().map(SheetWords::heading).toList());
                                }

                                @Override
                                public void row(Row row) {
                                    examples.row(
                                            columns.stream()
                                                    .map(c ->
                                                            Cell.text(
                                                                    row.cells()
                                                                            .getOrDefault(c, "")))
                                                    .toList(),
                                            Emphasis.FAINT);
                                }
                            });
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
