package org.aidledger.fund;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aidledger.event.PostingId;
import org.aidledger.fund.MoneyEvent.FundsReallocated;
import org.aidledger.fund.MoneyEvent.FundsReclaimed;
import org.aidledger.fund.MoneyEvent.PostingReversed;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.fund.ReallocationBasis.FromReclaim;
import org.aidledger.fund.ReallocationBasis.UnderAdjustment;
import org.aidledger.memory.MemoryReader;
import org.aidledger.memory.MemoryWriter;
import org.aidledger.money.Money;

/**
 * What may still be reallocated from a project, over all effective dates: of each reclaim what it
 * took back, and under each approved adjustment what that takes from the project's plan. So a
 * reallocation cannot come before its basis nor exceed it, nor a reclaim be undone while its money
 * is elsewhere.
 */
final class Releases {

    /** A basis releases money of one project. */
    private record Source(ReallocationBasis basis, ProjectId from) {}

    /**
     * What a posting did to a source.
     *
     * @param amount below zero where it used it
     */
    private record Change(Source source, Money amount) {}

    private final Map<Source, Timeline> left = new HashMap<>();
    private final Map<PostingId, Change> changes = new HashMap<>();

    void on(AdjustmentApproved event) {
        LocalDate date = event.voucher().effective();
        UnderAdjustment basis = new UnderAdjustment(event.adjustment());
        Map<ProjectId, Long> taken = new HashMap<>();
        event.changes()
                .forEach(c -> taken.merge(c.project(), -c.planned().minorUnits(), Math::addExact));
        taken.forEach((project, amount) -> {
            if (amount > 0) {
                line(new Source(basis, project)).add(date, amount);
            }
        });
    }

    void on(MoneyEvent event) {
        if (event instanceof FundsReclaimed e) {
            change(e, new FromReclaim(e.voucher().postingId()), e.project(), e.amount());
        }
        if (event instanceof FundsReallocated e) {
            change(e, e.basis(), e.from(), e.amount().negated());
        }
        if (event instanceof PostingReversed e) {
            Optional.ofNullable(changes.get(e.reverses()))
                    .ifPresent(c -> add(e, c.source(), c.amount().negated()));
        }
    }

    private void change(MoneyEvent event, ReallocationBasis basis, ProjectId from, Money amount) {
        Source source = new Source(basis, from);
        add(event, source, amount);
        changes.put(event.voucher().postingId(), new Change(source, amount));
    }

    private void add(MoneyEvent event, Source source, Money amount) {
        line(source).add(event.voucher().effective(), amount.minorUnits());
    }

    private Timeline line(Source source) {
        return left.computeIfAbsent(source, _ -> new Timeline());
    }

    /** Whether a basis ever released money of a project. */
    boolean has(ReallocationBasis basis, ProjectId from) {
        return left.containsKey(new Source(basis, from));
    }

    /** What may be taken on a date without missing it then or later, in minor units. */
    long leftFrom(ReallocationBasis basis, ProjectId from, LocalDate date) {
        return leftFrom(new Source(basis, from), date);
    }

    private long leftFrom(Source source, LocalDate date) {
        return Math.max(0, left.getOrDefault(source, new Timeline()).leastFrom(date));
    }

    /** What a reclaim took back; empty if the posting is none. */
    Optional<Money> reclaimed(PostingId posting) {
        return Optional.ofNullable(changes.get(posting))
                .map(Change::amount)
                .filter(Money::isPositive);
    }

    /** What of the same source as a posting's may be taken on a date. */
    long leftBeside(PostingId posting, LocalDate date) {
        return Optional.ofNullable(changes.get(posting))
                .map(change -> leftFrom(change.source(), date))
                .orElse(0L);
    }

    void write(MemoryWriter out) {
        out.map(left, source -> write(out, source), line -> line.write(out));
        out.map(
                changes,
                id -> out.text(id.value()),
                change -> {
                    write(out, change.source());
                    MoneyMemory.write(out, change.amount());
                });
    }

    private static void write(MemoryWriter out, Source source) {
        out.text(source.basis().toString());
        out.text(source.from().value());
    }

    /** Fills an empty one. */
    void read(MemoryReader in) {
        in.map(left, () -> source(in), () -> Timeline.from(in));
        in.map(
                changes,
                () -> new PostingId(in.text()),
                () -> new Change(source(in), MoneyMemory.read(in)));
    }

    private static Source source(MemoryReader in) {
        return new Source(ReallocationBasis.parse(in.text()), new ProjectId(in.text()));
    }
}
