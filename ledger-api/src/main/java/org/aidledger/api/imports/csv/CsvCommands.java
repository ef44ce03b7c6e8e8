package org.aidledger.api.imports.csv;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.api.imports.Origin;
import org.aidledger.api.imports.lines.CommandFile;
import org.aidledger.api.imports.lines.CommandLine;
import org.aidledger.api.imports.lines.Stated;
import org.aidledger.event.Actor;

/** Reads spreadsheets of commands. */
public final class CsvCommands implements CommandFile {

    private static final Set<String> REQUIRED =
            Set.of(RowBinding.COMMAND, RowBinding.FUND, "postingId", "effective");

    private final CommandBinding binding;

    public CsvCommands(CommandBinding binding) {
        this.binding = binding;
    }

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public long count(Path file) {
        long[] count = {0};
        Sheet.read(file, RowBinding.columns(), REQUIRED, _ -> count[0]++);
        return count[0];
    }

    @Override
    public void read(Path file, Optional<Actor> actor, Consumer<CommandLine> reader) {
        RowBinding rows = new RowBinding(binding, actor);
        Sheet.read(file, RowBinding.columns(), REQUIRED, row -> reader.accept(line(rows, row)));
    }

    private static CommandLine line(RowBinding rows, Sheet.Row row) {
        Map<String, String> cells = row.cells();
        String fund = cells.getOrDefault(RowBinding.FUND, "");
        Origin origin =
                new Origin(
                        Stated.command(cells.getOrDefault(RowBinding.COMMAND, "")),
                        cells.getOrDefault(RowBinding.CURRENCY, ""),
                        true,
                        fund,
                        row.number(),
                        "");
        BigDecimal amount = Stated.amount(cells.getOrDefault(RowBinding.AMOUNT, ""));
        try {
            return new CommandLine(origin, fund, amount, Optional.of(rows.command(row)), List.of());
        } catch (MalformedRequest e) {
            return new CommandLine(origin, fund, amount, Optional.empty(), e.problems());
        }
    }
}
