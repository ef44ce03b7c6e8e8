package org.aidledger.api.imports.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.command.LedgerBusy;
import org.aidledger.api.imports.ImportOptions;
import org.aidledger.api.imports.ImportReport;
import org.aidledger.api.imports.RowVerdicts;
import org.aidledger.api.imports.lines.CommandFileImporter;
import org.aidledger.api.imports.sheet.Row;
import org.aidledger.api.imports.sheet.SheetFormat;
import org.aidledger.event.Actor;
import org.aidledger.event.OutcomeUnknown;
import org.aidledger.fund.PostBatch.BatchMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sheet that somebody works on. What takes its time is done by a thread of its own. */
public final class KeptSheet {

    private static final Logger LOG = LoggerFactory.getLogger(KeptSheet.class);

    /** What is being done with a sheet, or was done last. */
    public enum Work {
        JUDGING,
        POSTING_ALL,
        POSTING_GOOD
    }

    /**
     * How far the work is.
     *
     * @param running whether it goes on
     * @param done rows dealt with
     * @param trouble why it broke off, if it did
     */
    public record State(Work work, boolean running, long done, long total, Trouble trouble) {}

    /** Why work broke off. */
    public enum Trouble {
        NONE,
        /** The ledger could not take it just now; the same once more goes on where it broke off. */
        BUSY,
        /** A mistake of ours, which the log tells. */
        MISTAKE
    }

    /** What the last work came to. */
    public record Judged(ImportReport report, RowVerdicts verdicts) {}

    private final String id;
    private final String owner;
    private final String name;
    private final Actor actor;
    private final Path file;
    private final KeptRows.Found found;
    private final CommandFileImporter importer;
    private volatile State state;
    private volatile Optional<Judged> judged = Optional.empty();
    private volatile Instant touched;

    KeptSheet(
            String owner,
            Actor actor,
            String name,
            Path file,
            KeptRows.Found found,
            CommandFileImporter importer,
            Instant now) {
        this.id = UUID.randomUUID().toString();
        this.owner = owner;
        this.actor = actor;
        this.name = name;
        this.file = file;
        this.found = found;
        this.importer = importer;
        this.touched = now;
        this.state = new State(Work.JUDGING, false, 0, found.rows(), Trouble.NONE);
    }

    public String id() {
        return id;
    }

    /** The name of the file that it came from. */
    public String name() {
        return name;
    }

    public long rows() {
        return found.rows();
    }

    /** Codes of what its maker should know, each with an English sentence. */
    public List<Map.Entry<String, String>> remarks() {
        return found.remarks().stream().map(r -> Map.entry(r.code(), r.message())).toList();
    }

    public State state() {
        return state;
    }

    /** What the last work came to; empty before the first has. */
    public Optional<Judged> judged() {
        return judged;
    }

    /** When somebody had to do with it last. */
    public Instant touched() {
        return touched;
    }

    boolean belongsTo(String user) {
        return owner.equals(user);
    }

    boolean hasOwnerOf(KeptSheet other) {
        return belongsTo(other.owner);
    }

    void touch(Instant now) {
        touched = now;
    }

    /** Some of its rows, in their order. */
    public List<Row> rows(Set<Long> numbers) {
        return KeptRows.some(file, numbers);
    }

    /** How the file of its rows is read. */
    public SheetFormat format() {
        return new KeptRows("");
    }

    /** The file of its rows. */
    public Path file() {
        return file;
    }

    /**
     * Puts other cells into a row.
     *
     * @return false if nothing may be changed just now, because work goes on
     */
    public synchronized boolean replace(long row, Map<String, String> cells) {
        if (state.running()) {
            return false;
        }
        KeptRows.replace(file, row, cells);
        return true;
    }

    /**
     * Begins some work in the name of whoever is calling.
     *
     * @return false if other work goes on, or if it was posted since it was judged, so that nothing
     *     is done twice
     */
    public synchronized boolean begin(Work work) {
        if (state.running() || (work != Work.JUDGING && wasPosted())) {
            return false;
        }
        state = new State(work, true, 0, found.rows(), Trouble.NONE);
        Supplier<Trouble> done = CurrentCaller.carried(() -> done(work));
        Thread.ofVirtual().name("sheet").start(() -> end(done.get()));
        return true;
    }

    /** Whether the last work posted it, to its end. */
    private boolean wasPosted() {
        return state.work() != Work.JUDGING
                && state.trouble() == Trouble.NONE
                && judged.filter(j -> !j.report().stoppedByRefusals()).isPresent();
    }

    private void end(Trouble trouble) {
        State last = state;
        state = new State(last.work(), false, last.done(), last.total(), trouble);
    }

    private Trouble done(Work work) {
        try {
            boolean rehearsed = work == Work.JUDGING;
            RowVerdicts verdicts = new RowVerdicts(rehearsed);
            ImportReport report =
                    importer.run(
                            file,
                            new ImportOptions(
                                    rehearsed,
                                    work == Work.POSTING_GOOD ? BatchMode.EACH : BatchMode.ATOMIC,
                                    Optional.of(actor)),
                            (done, total) ->
                                    state = new State(work, true, done, total, Trouble.NONE),
                            verdicts);
            if (report.stoppedByRefusals()) {
                verdicts.nothingWasPosted();
            }
            judged = Optional.of(new Judged(report, verdicts));
            return Trouble.NONE;
        } catch (LedgerBusy | OutcomeUnknown e) {
            LOG.warn("A sheet was put off: {}", e.toString());
            return Trouble.BUSY;
        } catch (RuntimeException e) {
            LOG.error("A sheet broke off", e);
            return Trouble.MISTAKE;
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
