package org.aidledger.api.imports.lines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
import org.aidledger.api.imports.Verdicts;
import org.aidledger.event.Outcome;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;

/**
 * Posts files of commands.
 *
 * <p>All or nothing: the whole file is first tried on copies of its funds, and posted only if every
 * line is accepted there, then as one batch for each fund. Each on its own: lines are posted as
 * they are read, refused ones are named. In both modes the file is read to its end before anything
 * is posted, so a broken file posts nothing.
 */
public final class CommandFileImporter implements Importer {

    /** As many lines are held in memory to be posted all or nothing. */
    public static final int MOST_ATOMIC = 50_000;

    private final CommandFile lines;
    private final CommandSink ledger;
    private final Supplier<CommandSink> rehearsal;

    /**
     * @param rehearsal what takes commands as the ledger would, and posts nothing
     */
    public CommandFileImporter(
            CommandFile lines, CommandSink ledger, Supplier<CommandSink> rehearsal) {
        this.lines = lines;
        this.ledger = ledger;
        this.rehearsal = rehearsal;
    }

    @Override
    public String format() {
        return lines.format();
    }

    @Override
    public ImportReport run(Path file, ImportOptions options, Progress progress) {
        return run(file, options, progress, Verdicts.UNHEARD);
    }

    /**
     * The same, for somebody who wants to know of each line.
     *
     * @param verdicts hears of a line again when more is known about it
     */
    public ImportReport run(
            Path file, ImportOptions options, Progress progress, Verdicts verdicts) {
        return new Run(file, options, progress, verdicts).report();
    }

    /** One import. */
    private final class Run {

        private final long begun = System.nanoTime();
        private final Path file;
        private final ImportOptions options;
        private final Progress progress;
        private final Verdicts verdicts;

        Run(Path file, ImportOptions options, Progress progress, Verdicts verdicts) {
            this.file = file;
            this.options = options;
            this.progress = progress;
            this.verdicts = verdicts;
        }

        ImportReport report() {
            progress.at(0, 0);
            CommandFile.Contents contents = lines.look(file);
            long total = contents.lines();
            Tallies tallies =
                    switch (options.mode()) {
                        case EACH -> each(total);
                        case ATOMIC -> options.dryRun() ? rehearse(all(total)) : atomic(total);
                    };
            contents.remarks().forEach(tallies::remark);
            progress.at(total, total);
            return tallies.report(
                    format(),
                    FileDigest.sha256(file),
                    options,
                    options.mode(),
                    (System.nanoTime() - begun) / 1_000_000);
        }

        private void read(Consumer<CommandLine> reader) {
            lines.read(file, options.actor(), reader);
        }

        private List<CommandLine> all(long total) {
            if (total > MOST_ATOMIC) {
                throw new FileRefused(
                        Code.TOO_MANY_ROWS,
                        "The file has %d lines; all or nothing goes up to %d. Import it with mode=each."
                                .formatted(total, MOST_ATOMIC));
            }
            List<CommandLine> all = new ArrayList<>();
            read(all::add);
            return all;
        }

        private Tallies each(long total) {
            Tallies tallies = new Tallies(verdicts);
            Sender sender =
                    new Sender(
                            options.dryRun() ? rehearsal.get() : ledger, tallies, (_, _) -> false);
            long[] done = {0};
            read(line -> {
                count(tallies, line);
                line.command().ifPresent(command -> send(sender, command, line.origin()));
                progress.at(++done[0], total);
            });
            sender.flush();
            return tallies;
        }

        /** A fund has to be there before a batch can be sent to it. */
        private void send(Sender sender, FundCommand command, Origin origin) {
            if (command instanceof OpenFund) {
                sender.flush();
                sender.sendNow(command, origin);
            } else {
                sender.add(command, origin);
            }
        }

        private Tallies rehearse(List<CommandLine> lines) {
            Tallies tallies = new Tallies(verdicts);
            Sender sender = new Sender(rehearsal.get(), tallies, (_, _) -> false);
            long done = 0;
            for (CommandLine line : lines) {
                count(tallies, line);
                line.command().ifPresent(command -> sender.sendNow(command, line.origin()));
                progress.at(++done, lines.size());
            }
            return tallies;
        }

        private Tallies atomic(long total) {
            List<CommandLine> lines = all(total);
            Tallies tried = rehearse(lines);
            if (tried.linesRefused() > 0) {
                return tried.withNothingPosted();
            }
            Tallies tallies = new Tallies(verdicts);
            lines.forEach(line -> count(tallies, line));
            Map<FundId, List<CommandLine>> byFund = new LinkedHashMap<>();
            lines.forEach(line ->
                    byFund.computeIfAbsent(
                                    line.command().orElseThrow().fund(), _ -> new ArrayList<>())
                            .add(line));
            long done = 0;
            for (var fund : byFund.entrySet()) {
                post(tallies, fund.getKey(), fund.getValue());
                done += fund.getValue().size();
                progress.at(done, total);
            }
            return tallies;
        }

        private void post(Tallies tallies, FundId fund, List<CommandLine> lines) {
            List<CommandLine> batch = new ArrayList<>();
            for (CommandLine line : lines) {
                FundCommand command = line.command().orElseThrow();
                if (command instanceof OpenFund) {
                    count(tallies, line.origin(), fund, ledger.send(command));
                } else {
                    batch.add(line);
                }
            }
            if (batch.isEmpty()) {
                return;
            }
            List<FundCommand> commands =
                    batch.stream().map(line -> line.command().orElseThrow()).toList();
            List<Outcome> outcomes = ledger.send(new PostBatch(fund, BatchMode.ATOMIC, commands));
            for (int i = 0; i < batch.size(); i++) {
                count(tallies, batch.get(i).origin(), fund, outcomes.get(i));
            }
        }

        private void count(Tallies tallies, Origin origin, FundId fund, Outcome outcome) {
            switch (outcome) {
                case Outcome.Accepted accepted -> tallies.accepted(origin, fund.value(), accepted);
                case Outcome.Refused(var rejection) ->
                        tallies.refused(origin, fund.value(), rejection);
            }
        }

        private void count(Tallies tallies, CommandLine line) {
            tallies.line(line.origin(), line.fund(), line.amount());
            line.command()
                    .ifPresent(command ->
                            verdicts.read(line.origin().row(), command.voucher().postingId()));
            if (!line.problems().isEmpty()) {
                tallies.refused(line.origin(), line.fund(), line.remarks());
            }
        }
    }
}
