package org.aidledger.api.imports.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.FieldProblem;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.api.imports.ImportReport.Remark;
import org.aidledger.api.imports.Origin;
import org.aidledger.api.imports.lines.CommandFile;
import org.aidledger.api.imports.lines.CommandLine;
import org.aidledger.api.imports.lines.Stated;
import org.aidledger.event.Actor;
import org.aidledger.fund.FundCommand;

/** Reads sheets of commands. */
public final class SheetCommands implements CommandFile {

    private final SheetFormat sheet;
    private final CommandBinding binding;

    public SheetCommands(SheetFormat sheet, CommandBinding binding) {
        this.sheet = sheet;
        this.binding = binding;
    }

    @Override
    public String format() {
        return sheet.format();
    }

    @Override
    public Contents look(Path file) {
        long[] count = {0};
        List<Remark> remarks = new ArrayList<>();
        sheet.read(
                file,
                new SheetFormat.Reader() {
                    @Override
                    public void row(Row row) {
                        count[0]++;
                    }

                    @Override
                    public void remark(String subject, String code, String message) {
                        remarks.add(new Remark(subject, 0, "", "", code, message));
                    }
                });
        return new Contents(count[0], remarks);
    }

    @Override
    public void read(Path file, Optional<Actor> actor, Consumer<CommandLine> reader) {
        RowBinding rows = new RowBinding(binding, actor);
        sheet.read(
                file,
                new SheetFormat.Reader() {
                    private Optional<Heading> heading = Optional.empty();

                    @Override
                    public void heading(Heading found) {
                        heading = Optional.of(found);
                    }

                    @Override
                    public void row(Row row) {
                        reader.accept(line(rows, heading.orElseThrow(), row));
                    }
                });
    }

    private static CommandLine line(RowBinding rows, Heading heading, Row row) {
        Map<String, String> cells = row.cells();
        String fund = cells.getOrDefault(RowBinding.FUND, "");
        Origin origin =
                new Origin(
                        Stated.command(
                                SheetWords.command(cells.getOrDefault(RowBinding.COMMAND, ""))),
                        cells.getOrDefault(RowBinding.CURRENCY, ""),
                        true,
                        fund,
                        row.number(),
                        "");
        String amount = cells.getOrDefault(RowBinding.AMOUNT, "");
        try {
            FundCommand command = rows.command(row);
            return new CommandLine(
                    origin, fund, Stated.amount(amount), Optional.of(command), List.of(), Map.of());
        } catch (MalformedRequest e) {
            return new CommandLine(
                    origin,
                    fund,
                    Stated.amount(amount),
                    Optional.empty(),
                    e.problems(),
                    places(heading, row, e.problems()));
        }
    }

    /** Where the cells stand that something is wrong with. */
    private static Map<String, String> places(
            Heading heading, Row row, List<FieldProblem> problems) {
        Map<String, String> places = new HashMap<>();
        for (FieldProblem problem : problems) {
            String column = CommandLine.column(problem);
            places.put(column, heading.cell(column, row.number()));
        }
        return places;
    }
}
