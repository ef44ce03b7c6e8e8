package org.aidledger.projections.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.event.AsOf;
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
import org.aidledger.projections.trail.FoundEvents;
import org.aidledger.projections.trail.Trail;
import org.aidledger.projections.trail.TrailEntry;

/**
 * Explains the difference between two points in time by events. What came and went is asked of the
 * trail; what each did to the sums is found by taking away and adding the events themselves, from
 * what counts at both points on.
 */
public final class Changes {

    private final Reads reads;
    private final Budgets budgets;
    private final Trail trail;

    public Changes(Reads reads, Budgets budgets, Trail trail) {
        this.reads = reads;
        this.budgets = budgets;
        this.trail = trail;
    }

    private record Ends(
            Optional<FundFigures> before,
            Optional<FundFigures> after,
            Optional<Ground> ground,
            FoundEvents between) {}

    /** The events between; empty if the fund is known at neither point. */
    public Optional<FundChanges> between(FundId fund, AsOf from, AsOf to) {
        Ends ends =
                reads.ask(
                        Question.of(Right.TRAIL, fund, to),
                        _ ->
                                new Ends(
                                        budgets.of(fund, from),
                                        budgets.of(fund, to),
                                        budgets.ground(fund, common(from, to)),
                                        trail.between(fund, from, to)));
        return ends.after().or(ends::before).map(figures -> explain(figures, ends, from, to));
    }

    /**
     * What lies between two points in time, without what each event did.
     *
     * @param figures the fund at the second point, or at the first if it is not known at the second
     * @param before the fund's sums at the first; zero where it was not open yet
     * @param after the fund's sums at the second
     */
    public record Outline(
            FundFigures figures, Standing before, Standing after, Trail.Between between) {}

    /**
     * The sums at both points and some of the events between, however many there are; empty if the
     * fund is known at neither point.
     *
     * @param place behind which the events begin
     */
    public Optional<Outline> outline(
            FundId fund, AsOf from, AsOf to, Trail.Place place, int limit) {
        return reads.ask(
                Question.of(Right.TRAIL, fund, to),
                _ -> {
                    Optional<FundFigures> before = budgets.of(fund, from);
                    Optional<FundFigures> after = budgets.of(fund, to);
                    return after.or(() -> before)
                            .map(figures ->
                                    new Outline(
                                            figures,
                                            before.map(Standing::of)
                                                    .orElse(Standing.zero(figures.denomination())),
                                            after.map(Standing::of)
                                                    .orElse(Standing.zero(figures.denomination())),
                                            trail.pageBetween(fund, from, to, place, limit)));
                });
    }

    /** What counts at both points is what counts here. */
    private static AsOf common(AsOf one, AsOf other) {
        return new AsOf(
                one.effective().isBefore(other.effective()) ? one.effective() : other.effective(),
                one.known().isBefore(other.known()) ? one.known() : other.known());
    }

    private FundChanges explain(FundFigures figures, Ends ends, AsOf from, AsOf to) {
        List<Recorded<LedgerEvent>> events = ends.between().events();
        List<TrailEntry> between = ends.between().entries(events);
        Map<Long, Recorded<LedgerEvent>> moving = moving(figures.fund(), events);
        RunningTotals running =
                ends.ground()
                        .map(RunningTotals::from)
                        .orElseGet(
                                () -> new RunningTotals(figures.denomination(), from.effective()));
        running.moveTo(from.effective());
        moving.values().stream().filter(from::includes).forEach(running::add);
        List<Change> changes = new ArrayList<>();
        for (TrailEntry entry : between.reversed()) {
            step(entry, Direction.WENT, from, moving, running).ifPresent(changes::add);
        }
        Standing still = running.standing();
        running.moveTo(to.effective());
        Standing passageOfTime = running.standing().minus(still);
        for (TrailEntry entry : between) {
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

    /** The fund's own events among some, by position. */
    private static Map<Long, Recorded<LedgerEvent>> moving(
            FundId fund, List<Recorded<LedgerEvent>> events) {
        Map<Long, Recorded<LedgerEvent>> moving = new LinkedHashMap<>();
        events.stream()
                .filter(e -> e.event().stream().equals(fund.value()))
                .forEach(e -> moving.put(e.position(), e));
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
