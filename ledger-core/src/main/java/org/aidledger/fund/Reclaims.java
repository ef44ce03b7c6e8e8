package org.aidledger.fund;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aidledger.event.PostingId;
import org.aidledger.fund.MoneyEvent.FundsReallocated;
import org.aidledger.fund.MoneyEvent.FundsReclaimed;
import org.aidledger.fund.MoneyEvent.PostingReversed;
import org.aidledger.fund.ReallocationBasis.FromReclaim;
import org.aidledger.memory.MemoryReader;
import org.aidledger.memory.MemoryWriter;
import org.aidledger.money.Money;

/**
 * What of each reclaim is not reallocated yet, over all effective dates: a reallocation cannot come
 * before its reclaim, nor a reclaim be undone while its money is elsewhere.
 */
final class Reclaims {

    /** One reclaim. */
    record Reclaim(ProjectId project, Money amount, Timeline left) {

        /** What may be taken on a date without missing it then or later; zero or more. */
        Money leftFrom(LocalDate date) {
            return new Money(Math.max(0, left.leastFrom(date)), amount.denomination());
        }
    }

    /** A reallocation that used a reclaim. */
    private record Use(PostingId reclaim, Money amount) {}

    private final Map<PostingId, Reclaim> reclaims = new HashMap<>();
    private final Map<PostingId, Use> uses = new HashMap<>();

    void on(MoneyEvent event) {
        LocalDate date = event.voucher().effective();
        PostingId id = event.voucher().postingId();
        if (event instanceof FundsReclaimed e) {
            Reclaim reclaim = new Reclaim(e.project(), e.amount(), new Timeline());
            reclaim.left().add(date, e.amount().minorUnits());
            reclaims.put(id, reclaim);
        }
        if (event instanceof FundsReallocated e && e.basis() instanceof FromReclaim(var from)) {
            find(from).orElseThrow().left().add(date, -e.amount().minorUnits());
            uses.put(id, new Use(from, e.amount()));
        }
        if (event instanceof PostingReversed e) {
            find(e.reverses()).ifPresent(r -> r.left().add(date, -r.amount().minorUnits()));
            Optional.ofNullable(uses.get(e.reverses()))
                    .ifPresent(u ->
                            find(u.reclaim())
                                    .orElseThrow()
                                    .left()
                                    .add(date, u.amount().minorUnits()));
        }
    }

    void write(MemoryWriter out) {
        out.map(
                reclaims,
                id -> out.text(id.value()),
                reclaim -> {
                    out.text(reclaim.project().value());
                    MoneyMemory.write(out, reclaim.amount());
                    reclaim.left().write(out);
                });
        out.map(
                uses,
                id -> out.text(id.value()),
                use -> {
                    out.text(use.reclaim().value());
                    MoneyMemory.write(out, use.amount());
                });
    }

    /** Fills an empty one. */
    void read(MemoryReader in) {
        in.map(
                reclaims,
                () -> new PostingId(in.text()),
                () ->
                        new Reclaim(
                                new ProjectId(in.text()), MoneyMemory.read(in), Timeline.from(in)));
        in.map(
                uses,
                () -> new PostingId(in.text()),
                () -> new Use(new PostingId(in.text()), MoneyMemory.read(in)));
    }

    Optional<Reclaim> find(PostingId id) {
        return Optional.ofNullable(reclaims.get(id));
    }
}
