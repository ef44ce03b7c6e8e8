package org.aidledger.projections.changes;

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
import org.aidledger.projections.standing.RunningTotals;
import org.aidledger.projections.standing.Standing;
import org.aidledger.projections.trail.Trail;
import org.aidledger.projections.trail.TrailEntry;

/**
 * Explains the difference between two points in time by events. What came and went is asked of the
 * trail; what each did to the sums is found by taking away and adding the events themselves.
 */
public final class Changes {

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
            List<TrailEntry> between,
            long position) {}

    /** The events between; empty if the fund is known at neither point. */
    public Optional<FundChanges> between(FundId fund, AsOf from, AsOf to) {
        Ends ends =
                reads.ask(jdbc ->
                        new Ends(
                                budgets.of(fund, from),
                                budgets.of(fund, to),
                                trail.between(fund, from, to),
                                Reads.position(jdbc)));
        return ends.after().or(ends::before).map(figures -> explain(figures, ends, from, to));
    }

    private FundChanges explain(FundFigures figures, Ends ends, AsOf from, AsOf to) {
        RunningTotals running = new RunningTotals(figures.denomination(), from.effective());
        Map<Long, Recorded<LedgerEvent>> moving = new HashMap<>();
        log.readStream(
                figures.fund().value(),
                event -> {
                    if (event.position() > ends.position()) {
                        return;
                    }
                    if (from.includes(event)) {
                        running.add(event);
                    }
                    if (from.includes(event) != to.includes(event)) {
                        moving.put(event.position(), event);
                    }
                });
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
