package org.aidledger.api.imports.iati;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.aidledger.access.Denial;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.imports.FileDigest;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.aidledger.api.imports.ImportOptions;
import org.aidledger.api.imports.ImportReport;
import org.aidledger.api.imports.Importer;
import org.aidledger.api.imports.Origin;
import org.aidledger.api.imports.Progress;
import org.aidledger.api.imports.Sender;
import org.aidledger.api.imports.Tallies;
import org.aidledger.api.imports.iati.Postings.Draft;
import org.aidledger.event.Actor;
import org.aidledger.event.Outcome;
import org.aidledger.fund.PostBatch.BatchMode;
import org.aidledger.fund.RequestRefused.PostingIdReused;
import org.aidledger.rejection.Rejection;

/**
 * Posts IATI activity files. Each line stands on its own: one that is refused is named in the
 * report and stops nothing.
 */
public final class IatiImporter implements Importer {

    /** What an edition of the file may say anew about a line without its being another line. */
    private static final Set<String> PROVENANCE =
            Set.of("documents", "note", "actor", "approvedBy");

    private static final Actor IMPORT = new Actor("IATI import");

    private final CommandSink ledger;
    private final Supplier<CommandSink> rehearsal;

    /**
     * @param rehearsal what takes commands as the ledger would, and posts nothing
     */
    public IatiImporter(CommandSink ledger, Supplier<CommandSink> rehearsal) {
        this.ledger = ledger;
        this.rehearsal = rehearsal;
    }

    @Override
    public String format() {
        return "iati";
    }

    @Override
    public boolean postsInItsOwnName() {
        return true;
    }

    @Override
    public ImportReport run(Path file, ImportOptions options, Progress progress) {
        return new Run(file, options, progress).report();
    }

    /** One import. */
    private final class Run {

        private final long begun = System.nanoTime();
        private final Path file;
        private final ImportOptions options;
        private final Progress progress;
        private final Tallies tallies = new Tallies();
        private final String sha256;
        private final Postings postings;
        private final Sender sender;

        Run(Path file, ImportOptions options, Progress progress) {
            this.file = file;
            this.options = options;
            this.progress = progress;
            this.sha256 = FileDigest.sha256(file);
            this.postings = new Postings(new Provenance(sha256, options.actor().orElse(IMPORT)));
            this.sender =
                    new Sender(
                            options.dryRun() ? rehearsal.get() : ledger,
                            tallies,
                            this::isAlreadyThere);
        }

        ImportReport report() {
            progress.at(0, 0);
            Outline outline = Outline.of(file, tallies);
            outline.funds().forEach(this::open);
            // Both passes below take every activity, so each counts half.
            long total = outline.lines();
            long half = pass(postings::beforehand, 0, total);
            pass(postings::afterwards, half, total);
            progress.at(total, total);
            return tallies.report(
                    format(),
                    sha256,
                    options,
                    BatchMode.EACH,
                    (System.nanoTime() - begun) / 1_000_000);
        }

        private void open(Outline.Needed fund) {
            tallies.fund(fund.key.id().value(), fund.name(), fund.key.currency());
            Draft opening = postings.opening(fund);
            Outcome outcome = sender.sendNow(opening.command(), opening.origin());
            if (outcome instanceof Outcome.Refused(var rejection)
                    && !(rejection instanceof PostingIdReused)) {
                if (rejection instanceof Denial denial) {
                    throw denial.asException();
                }
                throw new FileRefused(
                        Code.FUND_TAKEN,
                        "Fund %s cannot be opened: %s"
                                .formatted(fund.key.id(), rejection.message()));
            }
            postings.policies(fund).forEach(draft -> sender.add(draft.command(), draft.origin()));
        }

        private long pass(
                BiFunction<Activity, String, List<Draft>> drafts, long before, long total) {
            long[] seen = {0};
            ActivityReader.read(
                    file,
                    activity -> {
                        if (!activity.id().isEmpty()) {
                            activity.currencies()
                                    .forEach(currency ->
                                            drafts.apply(activity, currency).forEach(this::add));
                        }
                        seen[0] += activity.size();
                        progress.at(before + seen[0] / 2, total);
                    });
            sender.flush();
            return before + seen[0] / 2;
        }

        private void add(Draft draft) {
            sender.add(draft.command(), draft.origin());
        }

        /** The id says that it is the same line; what else changed since is only remarked. */
        private boolean isAlreadyThere(Origin origin, Rejection rejection) {
            if (!(rejection instanceof PostingIdReused reused)) {
                return false;
            }
            List<String> fields =
                    reused.fields().stream().filter(f -> !PROVENANCE.contains(f)).toList();
            if (!fields.isEmpty()) {
                tallies.remark(
                        origin.remark(
                                "KEPT_AS_FIRST_IMPORTED",
                                "The ledger holds it as an earlier file said it; it differs in "
                                        + String.join(", ", fields)
                                        + "."));
            }
            return true;
        }
    }
}
