package org.aidledger.api.imports.csv;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.FieldProblem;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.api.imports.FileDigest;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.aidledger.api.imports.ImportOptions;
import org.aidledger.api.imports.ImportReport;
import org.aidledger.api.imports.Importer;
import org.aidledger.api.imports.Origin;
import org.aidledger.api.imports.Progress;
import org.aidledger.api.imports.Rehearsal;
import org.aidledger.api.imports.Sender;
import org.aidledger.api.imports.Tallies;
import org.aidledger.event.EventLog;
import org.aidledger.event.Outcome;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;

/**
 * Posts spreadsheets of commands.
 *
 * <p>All or nothing: the whole file is first tried on copies of its funds, and posted only if every
 * row is accepted there, then as one batch for each fund. Each on its own: rows are posted as they
 * are read, refused ones are named. In both modes the file is read to its end before anything is
 * posted, so a broken file posts nothing.
 */
public final class CsvImporter implements Importer {

    /** As many rows are held in memory to be posted all or nothing. */
    static final int MOST_ATOMIC = 50_000;

    private static final Set<String> REQUIRED =
            Set.of(RowBinding.COMMAND, RowBinding.FUND, "postingId", "effective");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}(\\.[0-9]{1,18})?");

    private final CommandBinding binding;
    private final CommandSink ledger;
    private final EventLog log;

    public CsvImporter(CommandBinding binding, CommandSink ledger, EventLog log) {
        this.binding = binding;
        this.ledger = ledger;
        this.log = log;
    }

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public ImportReport run(Path file, ImportOptions options, Progress progress) {
        return new Run(file, options, progress).report();
    }

    /**
     * A row as far as it could be read.
     *
     * @param problems empty where there is a command
     */
    private record Line(
            Origin origin,
            String fund,
            BigDecimal amount,
            Optional<FundCommand> command,
            List<FieldProblem> problems) {}

    /** One import. */
    private final class Run {

        private final long begun = System.nanoTime();
        private final Path file;
        private final ImportOptions options;
        private final Progress progress;
        private final RowBinding rows;

        Run(Path file, ImportOptions options, Progress progress) {
            this.file = file;
            this.options = options;
            this.progress = progress;
            this.rows = new RowBinding(binding, options.actor());
        }

        ImportReport report() {
            progress.at(0, 0);
            long total = count();
            Tallies tallies =
                    switch (options.mode()) {
                        case EACH -> each(total);
                        case ATOMIC -> options.dryRun() ? rehearse(lines(total)) : atomic(total);
                    };
            progress.at(total, total);
            return tallies.report(
                    format(),
                    FileDigest.sha256(file),
                    options,
                    options.mode(),
                    (System.nanoTime() - begun) / 1_000_000);
        }

        private void read(java.util.function.Consumer<Sheet.Row> reader) {
            Sheet.read(file, RowBinding.columns(), REQUIRED, reader);
        }

        private long count() {
            long[] count = {0};
            read(_ -> count[0]++);
            return count[0];
        }

        private List<Line> lines(long total) {
            if (total > MOST_ATOMIC) {
                throw new FileRefused(
                        Code.TOO_MANY_ROWS,
                        "The file has %d rows; all or nothing goes up to %d. Import it with mode=each."
                                .formatted(total, MOST_ATOMIC));
            }
            List<Line> lines = new ArrayList<>();
            read(row -> lines.add(line(row)));
            return lines;
        }

        private Line line(Sheet.Row row) {
            Map<String, String> cells = row.cells();
            String fund = cells.getOrDefault(RowBinding.FUND, "");
            String amount = cells.getOrDefault(RowBinding.AMOUNT, "");
            Origin origin =
                    new Origin(
                            cells.getOrDefault(RowBinding.COMMAND, ""),
                            cells.getOrDefault(RowBinding.CURRENCY, ""),
                            true,
                            fund,
                            row.number(),
                            "");
            BigDecimal sum =
                    NUMBER.matcher(amount).matches() ? new BigDecimal(amount) : BigDecimal.ZERO;
            try {
                return new Line(origin, fund, sum, Optional.of(rows.command(row)), List.of());
            } catch (MalformedRequest e) {
                return new Line(origin, fund, sum, Optional.empty(), e.problems());
            }
        }

        private Tallies each(long total) {
            Tallies tallies = new Tallies();
            Sender sender =
                    new Sender(
                            options.dryRun() ? new Rehearsal(log) : ledger,
                            tallies,
                            (_, _) -> false);
            long[] done = {0};
            read(row -> {
                Line line = line(row);
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

        private Tallies rehearse(List<Line> lines) {
            Tallies tallies = new Tallies();
            Sender sender = new Sender(new Rehearsal(log), tallies, (_, _) -> false);
            for (Line line : lines) {
                count(tallies, line);
                line.command().ifPresent(command -> sender.sendNow(command, line.origin()));
            }
            return tallies;
        }

        private Tallies atomic(long total) {
            List<Line> lines = lines(total);
            Tallies tried = rehearse(lines);
            if (tried.linesRefused() > 0) {
                return tried.withNothingPosted();
            }
            Tallies tallies = new Tallies();
            lines.forEach(line -> count(tallies, line));
            Map<FundId, List<Line>> byFund = new LinkedHashMap<>();
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

        private void post(Tallies tallies, FundId fund, List<Line> lines) {
            List<Line> batch = new ArrayList<>();
            for (Line line : lines) {
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

        private void count(Tallies tallies, Line line) {
            tallies.line(line.origin(), line.fund(), line.amount());
            if (!line.problems().isEmpty()) {
                tallies.refused(
                        line.origin(),
                        line.fund(),
                        line.problems().stream()
                                .map(p ->
                                        line.origin()
                                                .in(column(p))
                                                .remark(p.code().name(), p.detail()))
                                .toList());
            }
        }

        /** The column of a field, which may be a path into it such as documents[0].number. */
        private static String column(FieldProblem problem) {
            return problem.field().split("[.\\[]", 2)[0];
        }
    }
}
