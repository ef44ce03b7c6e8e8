package org.aidledger.api.imports.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.aidledger.access.Caller;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.lines.CommandFileImporter;
import org.aidledger.api.imports.sheet.SheetCommands;
import org.aidledger.api.imports.sheet.SheetFormat;

/**
 * The sheets that people work on, in a folder that nobody else can read and that goes with the
 * server: they hold payees' names, which are to be forgotten everywhere at once.
 */
public final class KeptSheets implements AutoCloseable {

    private final CommandBinding binding;
    private final CommandSink ledger;
    private final Supplier<CommandSink> rehearsals;
    private final SheetLimits limits;
    private final Clock clock;
    private final Path folder;
    private final List<KeptSheet> sheets = new ArrayList<>();

    KeptSheets(
            CommandBinding binding,
            CommandSink ledger,
            Supplier<CommandSink> rehearsals,
            SheetLimits limits,
            Clock clock) {
        this.binding = binding;
        this.ledger = ledger;
        this.rehearsals = rehearsals;
        this.limits = limits;
        this.clock = clock;
        try {
            // Its owner's alone, as temporary folders are made.
            folder = Files.createTempDirectory("aid-ledger-sheets-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The largest file that is taken. */
    public long mostBytes() {
        return limits.fileBytes();
    }

    /**
     * Takes a sheet and begins to judge it, in the name of whoever is calling.
     *
     * @param caller whose it is
     * @param name of the file
     * @throws FileRefused if it cannot be read
     */
    public KeptSheet take(Caller caller, String name, SheetFormat format, Path upload) {
        Path file = newFile();
        KeptSheet sheet;
        boolean kept = false;
        try {
            KeptRows.Found found = KeptRows.take(format, upload, file, limits.rows());
            sheet =
                    new KeptSheet(
                            caller.user(),
                            caller.actor(),
                            name,
                            file,
                            found,
                            new CommandFileImporter(
                                    new SheetCommands(new KeptRows(format.format()), binding),
                                    ledger,
                                    rehearsals),
                            clock.instant());
            keep(sheet);
            kept = true;
        } finally {
            if (!kept) {
                delete(file);
            }
        }
        sheet.begin(KeptSheet.Work.JUDGING);
        return sheet;
    }

    private Path newFile() {
        try {
            return Files.createTempFile(folder, "sheet-", ".rows");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes room: whose time is over goes first, then the one left alone for longest. */
    private synchronized void keep(KeptSheet sheet) {
        Instant over = clock.instant().minus(limits.keepFor());
        sheets.stream().filter(s -> s.touched().isBefore(over)).toList().forEach(this::forget);
        sheets.add(sheet);
        while (sheets.stream().filter(s -> isOf(sheet, s)).count() > limits.sheetsOfOne()) {
            forget(oldest(sheets.stream().filter(s -> s != sheet && isOf(sheet, s))));
        }
        while (sheets.stream().mapToLong(KeptSheet::rows).sum() > limits.rowsInAll()
                && sheets.size() > 1) {
            forget(oldest(sheets.stream().filter(s -> s != sheet)));
        }
    }

    private static boolean isOf(KeptSheet one, KeptSheet other) {
        return other.hasOwnerOf(one);
    }

    private static KeptSheet oldest(Stream<KeptSheet> some) {
        return some.min(
                        Comparator.comparing((KeptSheet s) -> s.state().running())
                                .thenComparing(KeptSheet::touched))
                .orElseThrow();
    }

    private void forget(KeptSheet sheet) {
        sheets.remove(sheet);
        sheet.forget();
    }

    /** A sheet of somebody. */
    public synchronized Optional<KeptSheet> find(Caller caller, String id) {
        Optional<KeptSheet> found =
                sheets.stream()
                        .filter(s -> s.belongsTo(caller.user()) && s.id().equals(id))
                        .findFirst();
        found.ifPresent(s -> s.touch(clock.instant()));
        return found;
    }

    /** All sheets of somebody, the latest first. */
    public synchronized List<KeptSheet> of(Caller caller) {
        return sheets.stream().filter(s -> s.belongsTo(caller.user())).toList().reversed();
    }

    /** Forgets a sheet, unless it is being posted. */
    public synchronized void drop(KeptSheet sheet) {
        if (!sheet.state().running()) {
            forget(sheet);
        }
    }

    @Override
    public synchronized void close() {
        List.copyOf(sheets).forEach(this::forget);
        delete(folder);
    }
}
