package org.aidledger.api.imports.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.api.command.Receipts.Stored;
import org.aidledger.api.imports.RowPlaces;
import org.aidledger.api.imports.RowVerdicts;
import org.aidledger.api.imports.RowVerdicts.Kind;
import org.aidledger.api.imports.RowVerdicts.Reason;
import org.aidledger.api.imports.RowVerdicts.Verdict;
import org.aidledger.api.sheet.Cell;
import org.aidledger.api.sheet.Spreadsheet;
import org.aidledger.api.sheet.Table;
import org.aidledger.api.sheet.Table.Emphasis;

/**
 * The rows of a sheet with what became of each, as a sheet: corrected where it says so, it can be
 * brought again as it is.
 */
public final class SheetResult {

    /** Columns that it puts before those of the sheet. */
    static final List<String> ADDED =
            List.of("row", "verdict", "reason", "position", "event", "request");

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,13}(\\.[0-9]{1,6})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final SheetFormat sheet;
    private final RowVerdicts verdicts;
    private final RowPlaces places;
    private final Function<Reason, String> words;

    /**
     * @param sheet how the rows are read
     * @param words says why a row was refused, in the reader's language
     */
    public SheetResult(
            SheetFormat sheet,
            RowVerdicts verdicts,
            RowPlaces places,
            Function<Reason, String> words) {
        this.sheet = sheet;
        this.verdicts = verdicts;
        this.places = places;
        this.words = words;
    }

    /** Writes the sheet. */
    public void writeTo(Path rows, OutputStream out) throws IOException {
        try (Spreadsheet file = new Spreadsheet()) {
            Table table =
                    file.table(
                            SheetWords.text("sheet"),
                            6,
                            12,
                            50,
                            10,
                            24,
                            24,
                            20,
                            16,
                            18,
                            12,
                            12,
                            16);
            sheet.read(
                    rows,
                    new SheetFormat.Reader() {
                        private List<String> columns = List.of();

                        @Override
                        public void heading(Heading heading) {
                            columns = heading.columns();
                            table.heading(
                                    Stream.concat(
                                                    ADDED.stream().map(SheetWords::ofResult),
                                                    columns.stream().map(SheetWords::heading))
                                            .toList());
                            table.filter(ADDED.size() + columns.size());
                        }

                        @Override
                        public void row(Row row) {
                            Verdict verdict = verdicts.of(row.number());
                            List<Cell> cells = new ArrayList<>(added(row, verdict));
                            columns.forEach(
                                    c -> cells.add(cell(c, row.cells().getOrDefault(c, ""))));
                            table.row(
                                    cells,
                                    verdict.kind() == Kind.REFUSED
                                            ? Emphasis.ALERT
                                            : Emphasis.NONE);
                        }
                    });
            file.writeTo(out);
        }
    }

    private List<Cell> added(Row row, Verdict verdict) {
        Optional<Stored> stored = places.of(verdict);
        return List.of(
                Cell.number(row.number()),
                Cell.text(SheetWords.ofResult(verdict.kind().name())),
                Cell.text(
                        verdict.reasons().stream()
                                .map(this::said)
                                .collect(Collectors.joining("; "))),
                stored.map(s -> Cell.number(s.position())).orElse(Cell.blank()),
                stored.map(s -> Cell.text(s.eventIds().getFirst())).orElse(Cell.blank()),
                verdict.request().map(r -> Cell.text(r.value())).orElse(Cell.blank()));
    }

    private String said(Reason reason) {
        String column = reason.remark().column();
        return (column.isEmpty() ? "" : SheetWords.heading(column) + ": ") + words.apply(reason);
    }

    /** Amounts and dates as such, so that they can be added up and sorted; the rest as it was. */
    private Cell cell(String column, String text) {
        return switch (SheetColumn.of(column).form()) {
            case AMOUNT -> AMOUNT.matcher(text).matches() ? amount(text) : Cell.text(text);
            case DATE -> DATE.matcher(text).matches() ? day(text) : Cell.text(text);
            case TEXT, FLAG, CHOICE, NUMBER, CURRENCY -> Cell.text(text);
        };
    }

    private static Cell amount(String text) {
        BigDecimal value = new BigDecimal(text);
        return new Cell.Number(value.setScale(Math.max(2, value.scale())), true);
    }

    private static Cell day(String text) {
        try {
            return Cell.day(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Cell.text(text); // there is no such day
        }
    }
}
