package org.aidledger.projections.changes;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.changes.Change.Direction;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.standing.Ground;
import org.aidledger.projections.standing.RunningTotals;
import org.aidledger.projections.standing.Standing;
import org.aidledger.projections.trail.Trail;
import org.aidledger.projections.trail.TrailEntry;

/**
 * Explains the difference between two points in time by events. What came and went is asked of the
 * trail; what each did to the sums is found by taking away and adding the events themselves, from
 * what counts at both points on.
 */
public final class Changes {

    /** Fewer events between two wanted ones are rather read than asked for apart. */
    private static final int GAP = 32;

    private final Reads reads;
    private final Budgets budgets;
    private final Trail trail;
    private final EventLog log;

    public Changes(Reads reads, Budgets budgets, Trail trail, EventLog log) {
        this.reads = reads;
        this.budgets = budgets;
        this.trail = trail;
        this.log = log;
    }

    private record Ends(
            Optional<FundFigures> before,
            Optional<FundFigures> after,
            Optional<Ground> ground,
            List<TrailEntry> between) {}

    /** The events between; empty if the fund is known at neither point. */
    public Optional<FundChanges> between(FundId fund, AsOf from, AsOf to) {
        Ends ends =
                reads.ask(jdbc ->
                        new Ends(
                                budgets.of(fund, from),
                                budgets.of(fund, to),
                                budgets.ground(fund, common(from, to)),
                                trail.between(fund, from, to)));
        return ends.after().or(ends::before).map(figures -> explain(figures, ends, from, to));
    }

    /** What counts at both points is what counts here. */
    private static AsOf common(AsOf one, AsOf other) {
        return new AsOf(
                one.effective().isBefore(other.effective()) ? one.effective() : other.effective(),
                one.known().isBefore(other.known()) ? one.known() : other.known());
    }

    private FundChanges explain(FundFigures figures, Ends ends, AsOf from, AsOf to) {
        Map<Long, Recorded<LedgerEvent>> moving = moving(figures.fund(), ends.between());
        RunningTotals running =
                ends.ground()
                        .map(RunningTotals::from)
                        .orElseGet(
                                () -> new RunningTotals(figures.denomination(), from.effective()));
        running.moveTo(from.effective());
        moving.values().stream().filter(from::includes).forEach(running::add);
        List<Change> changes = new ArrayList<>();
        for (TrailEntry entry : ends.between().reversed()) {
            step(entry, Direction.WENT, from, moving, running).ifPresent(changes::add);
        }
        Standing still = running.standing();
        running.moveTo(to.effective());
        Standing passageOfTime = running.standing().minus(still);
        for (TrailEntry entry : ends.between()) {
            step(entry, Direction.CAME, to, moving, running).ifPresent(changes::add);
        }
        return new FundChanges(
                figures.fund(),
                from,
                to,
                ends.before().map(Standing::of).orElse(Standing.zero(figures.denomination())),
                ends.after().map(Standing::of).orElse(Standing.zero(figures.denomination())),
                passageOfTime,
                changes);
    }

    /** The fund's own events among the entries, by position. */
    private Map<Long, Recorded<LedgerEvent>> moving(FundId fund, List<TrailEntry> entries) {
        Map<Long, Recorded<LedgerEvent>> moving = new HashMap<>();
        List<Long> sequences =
                entries.stream()
                        .filter(e -> e.stream().equals(fund.value()))
                        .map(TrailEntry::sequence)
                        .sorted()
                        .toList();
        int next = 0;
        while (next < sequences.size()) {
            long first = sequences.get(next);
            int last = next;
            while (last + 1 < sequences.size()
                    && sequences.get(last + 1) - sequences.get(last) <= GAP) {
                last++;
            }
            log.ofStream(fund.value(), first, (int) (sequences.get(last) - first + 1))
                    .forEach(e -> moving.put(e.position(), e));
            next = last + 1;
        }
        moving.keySet().retainAll(entries.stream().map(TrailEntry::position).collect(toSet()));
        return moving;
    }

    /** One event's step, if it counts at the given point. Findings leave the sums alone. */
    private static Optional<Change> step(
            TrailEntry entry,
            Direction direction,
            AsOf counted,
            Map<Long, Recorded<LedgerEvent>> moving,
            RunningTotals running) {
        boolean counts =
                !entry.effective().isAfter(counted.effective())
                        && !entry.recorded().isAfter(counted.known());
        if (!counts) {
            return Optional.empty();
        }
        Standing before = running.standing();
        Optional.ofNullable(moving.get(entry.position()))
                .ifPresent(direction == Direction.CAME ? running::add : running::remove);
        return Optional.of(new Change(direction, entry, running.standing().minus(before)));
    }
}
