package org.aidledger.api.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.aidledger.api.command.CommandSink;
import org.aidledger.event.Outcome;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;
import org.aidledger.rejection.Rejection;

/**
 * Sends commands on in batches, one fund at a time and in order within each fund, each line on its
 * own. What waits is bounded, whatever the size of the file and the number of its funds.
 */
public final class Sender {

    /** One durable append carries so many commands. */
    static final int BATCH = 500;

    private static final int MOST_WAITING = 5_000;

    private record Waiting(FundCommand command, Origin origin) {}

    private final CommandSink sink;
    private final Tallies tallies;
    private final BiPredicate<Origin, Rejection> meansAlreadyThere;
    private final Map<FundId, List<Waiting>> waiting = new LinkedHashMap<>();
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
            flush();
        }
    }

    /** Sends all that waits. */
    public void flush() {
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
        List<Outcome> outcomes =
                sink.send(
                        new PostBatch(
                                fund,
                                BatchMode.EACH,
                                lines.stream().map(Waiting::command).toList()));
        for (int i = 0; i < lines.size(); i++) {
            count(lines.get(i).command(), lines.get(i).origin(), outcomes.get(i));
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
