package org.aidledger.api.imports.sheet;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.Receipts;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.ImportOptions;
import org.aidledger.api.imports.ImportReport;
import org.aidledger.api.imports.Importer;
import org.aidledger.api.imports.Progress;
import org.aidledger.api.imports.RowPlaces;
import org.aidledger.api.imports.RowVerdicts;
import org.aidledger.api.imports.RowVerdicts.Kind;
import org.aidledger.api.imports.lines.CommandFileImporter;

/** Posts sheets, and says what became of their rows on the sheet itself. */
public final class SheetImporter implements Importer {

    private final SheetFormat sheet;
    private final CommandFileImporter importer;
    private final Receipts receipts;

    public SheetImporter(
            SheetFormat sheet,
            CommandBinding binding,
            CommandSink ledger,
            Supplier<CommandSink> rehearsals,
            Receipts receipts) {
        this.sheet = sheet;
        this.importer =
                new CommandFileImporter(new SheetCommands(sheet, binding), ledger, rehearsals);
        this.receipts = receipts;
    }

    @Override
    public String format() {
        return sheet.format();
    }

    @Override
    public ImportReport run(Path file, ImportOptions options, Progress progress) {
        return importer.run(file, options, progress);
    }

    /**
     * The same, with the result as a sheet.
     *
     * @param report what came of the file
     */
    public record Result(ImportReport report, SheetResult sheet) {}

    /**
     * Posts a file.
     *
     * @throws FileRefused as {@link #run} does
     */
    public Result post(Path file, ImportOptions options, Progress progress) {
        RowVerdicts verdicts = new RowVerdicts(options.dryRun());
        ImportReport report = importer.run(file, options, progress, verdicts);
        if (report.stoppedByRefusals()) {
            verdicts.nothingWasPosted();
        }
        return new Result(
                report,
                new SheetResult(
                        sheet,
                        verdicts,
                        RowPlaces.of(
                                receipts::stored,
                                verdicts.all(List.of(Kind.POSTED, Kind.REPEATED))),
                        reason -> reason.remark().message()));
    }
}
