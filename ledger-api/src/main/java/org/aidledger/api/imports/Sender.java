package org.aidledger.api.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.command.CommandSink;
import org.aidledger.event.Outcome;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;
import org.aidledger.rejection.Rejection;

/**
 * Sends commands on in batches of one fund each, in order within each fund, each line on its own.
 * While some batches become durable the next lines are read; what waits and what is under way is
 * bounded, whatever the size of the file and the number of its funds. Answers are counted in the
 * order in which the batches were sent.
 */
public final class Sender {

    /** One durable append carries so many commands. */
    static final int BATCH = 500;

    /** Of many funds each still gets some lines together; a line takes about a kilobyte. */
    private static final int MOST_WAITING = 20_000;

    /** Enough to have one batch decided, one stored and one read at any time. */
    private static final int MOST_UNDER_WAY = 4;

    private static final Executor THREADS = task -> Thread.ofVirtual().name("import").start(task);

    private record Waiting(FundCommand command, Origin origin) {}

    private record UnderWay(
            FundId fund, List<Waiting> lines, CompletableFuture<List<Outcome>> outcomes) {}

    private final CommandSink sink;
    private final Tallies tallies;
    private final BiPredicate<Origin, Rejection> meansAlreadyThere;
    private final Map<FundId, List<Waiting>> waiting = new LinkedHashMap<>();
    private final ArrayDeque<UnderWay> underWay = new ArrayDeque<>();
    private int waitingInAll;

    /**
     * @param meansAlreadyThere refusals by which the ledger says that it has this line
     */
    public Sender(
            CommandSink sink, Tallies tallies, BiPredicate<Origin, Rejection> meansAlreadyThere) {
        this.sink = sink;
        this.tallies = tallies;
        this.meansAlreadyThere = meansAlreadyThere;
    }

    /** Takes a command; it is sent when enough have gathered. */
    public void add(FundCommand command, Origin origin) {
        List<Waiting> lines = waiting.computeIfAbsent(command.fund(), _ -> new ArrayList<>());
        lines.add(new Waiting(command, origin));
        waitingInAll++;
        if (lines.size() >= BATCH) {
            waiting.remove(command.fund());
            send(command.fund(), lines);
        } else if (waitingInAll >= MOST_WAITING) {
            sendAll();
        }
    }

    /** Sends all that waits, and waits until all is answered. */
    public void flush() {
        sendAll();
        while (!underWay.isEmpty()) {
            countFirst();
        }
    }

    private void sendAll() {
        Map<FundId, List<Waiting>> all = new LinkedHashMap<>(waiting);
        waiting.clear();
        all.forEach(this::send);
    }

    /** Sends one command by itself. */
    public Outcome sendNow(FundCommand command, Origin origin) {
        Outcome outcome = sink.send(command);
        count(command, origin, outcome);
        return outcome;
    }

    private void send(FundId fund, List<Waiting> lines) {
        waitingInAll -= lines.size();
        while (underWay.size() >= MOST_UNDER_WAY) {
            countFirst();
        }
        PostBatch batch =
                new PostBatch(fund, BatchMode.EACH, lines.stream().map(Waiting::command).toList());
        Supplier<List<Outcome>> outcomes = CurrentCaller.carried(() -> sink.send(batch));
        underWay.add(
                new UnderWay(
                        fund, lines, lastOf(fund).thenApplyAsync(_ -> outcomes.get(), THREADS)));
    }

    /** The batch of a fund that has to be there before its next one. */
    private CompletableFuture<?> lastOf(FundId fund) {
        return underWay.reversed().stream()
                .filter(batch -> batch.fund().equals(fund))
                .findFirst()
                .<CompletableFuture<?>>map(UnderWay::outcomes)
                .orElse(CompletableFuture.completedFuture(fund));
    }

    private void countFirst() {
        UnderWay first = underWay.remove();
        List<Outcome> outcomes = outcomes(first);
        for (int i = 0; i < first.lines().size(); i++) {
            Waiting line = first.lines().get(i);
            count(line.command(), line.origin(), outcomes.get(i));
        }
    }

    private static List<Outcome> outcomes(UnderWay batch) {
        try {
            return batch.outcomes().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void count(FundCommand command, Origin origin, Outcome outcome) {
        String fund = command.fund().value();
        switch (outcome) {
            case Outcome.Accepted accepted -> tallies.accepted(origin, fund, accepted);
            case Outcome.Refused(var rejection) -> {
                if (meansAlreadyThere.test(origin, rejection)) {
                    tallies.alreadyThere(origin, fund);
                } else {
                    tallies.refused(origin, fund, rejection);
                }
            }
        }
    }
}
