package org.aidledger.fund;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingCommand;
import org.aidledger.finding.FindingEvent;
import org.aidledger.finding.FindingId;
import org.aidledger.finding.FindingState;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.rejection.Rejection;

/** One random history in the making: asks, decides, remembers and records. */
final class HistoryRun {

    /**
     * One command and its answer.
     *
     * @param known how many events were recorded before it
     * @param events what it led to; empty if it was refused or repeated
     */
    record Step(
            Record command,
            int known,
            List<? extends LedgerEvent> events,
            Optional<Rejection> refusal) {

        /** The refusal, or else what it led to. */
        Object answer() {
            return refusal.isPresent() ? refusal.get() : events;
        }
    }

    /** What a state answers to a command, in the form of {@link Step#answer()}. */
    static Object answer(FundState state, FundCommand command) {
        try {
            return state.decide(command);
        } catch (CommandRejected e) {
            return e.rejection();
        }
    }

    private static final Instant START = Instant.parse("2024-01-02T01:00:00Z");

    private final long seed;
    private final Dice dice;
    private final FundState fund = new FundState();
    private final Map<FindingId, FindingState> findings = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Recorded<LedgerEvent>> recorded = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final RandomCommands commands;
    private final RandomFindings findingCommands;
    private Instant now = START;

    HistoryRun(long seed) {
        this.seed = seed;
        this.dice = new Dice(seed);
        this.commands = new RandomCommands(dice);
        this.findingCommands = new RandomFindings(dice);
    }

    /** Tries one more command. */
    Step step() {
        if (dice.chance(70)) {
            now = now.plus(Duration.ofMinutes(dice.upTo(3000)));
        }
        dice.day(now);
        Step step =
                steps.size() > 5 && dice.chance(12)
                        ? decide(findingCommands.next())
                        : decide(commands.next());
        commands.learn(step);
        steps.add(step);
        return step;
    }

    private Step decide(FundCommand command) {
        try {
            List<FundEvent> events = fund.decide(command);
            Step step = new Step((Record) command, recorded.size(), events, Optional.empty());
            for (FundEvent event : events) {
                fund.on(event);
                record(event);
            }
            return step;
        } catch (CommandRejected e) {
            return refused((Record) command, e);
        }
    }

    private Step decide(FindingCommand command) {
        FindingState finding = findings.computeIfAbsent(command.finding(), _ -> new FindingState());
        try {
            List<FindingEvent> events = finding.decide(command);
            Step step = new Step((Record) command, recorded.size(), events, Optional.empty());
            for (FindingEvent event : events) {
                finding.on(event);
                record(event);
            }
            return step;
        } catch (CommandRejected e) {
            return refused((Record) command, e);
        }
    }

    private Step refused(Record command, CommandRejected e) {
        return new Step(command, recorded.size(), List.of(), Optional.of(e.rejection()));
    }

    private void record(LedgerEvent event) {
        long position = recorded.size();
        long sequence = sequences.merge(event.stream(), 1L, Long::sum) - 1;
        String id = new UUID(seed, position).toString();
        recorded.add(new Recorded<>(position, id, sequence, now, event));
    }

    long seed() {
        return seed;
    }

    FundState fund() {
        return fund;
    }

    List<Step> steps() {
        return Collections.unmodifiableList(steps);
    }

    List<Recorded<LedgerEvent>> recorded() {
        return Collections.unmodifiableList(recorded);
    }

    /** The fund's own events, in order. */
    List<FundEvent> fundEvents() {
        List<FundEvent> events = new ArrayList<>();
        for (Recorded<LedgerEvent> r : recorded) {
            if (r.event() instanceof FundEvent e) {
                events.add(e);
            }
        }
        return events;
    }
}
