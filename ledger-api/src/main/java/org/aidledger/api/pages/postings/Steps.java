package org.aidledger.api.pages.postings;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.event.AsOf;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundId;
import org.aidledger.money.Money;
import org.aidledger.projections.changes.Change;
import org.aidledger.projections.changes.Changes;
import org.aidledger.projections.changes.FundChanges;
import org.aidledger.projections.standing.Standing;
import org.aidledger.projections.trail.TrailEntry;
import org.springframework.stereotype.Component;

/** What a fund's sums were before one event and are after it, whatever their dates. */
@Component
class Steps {

    private final Changes changes;

    Steps(Changes changes) {
        this.changes = changes;
    }

    /** A sum before and after. */
    record Sum(String name, String before, String after, boolean same) {}

    List<Sum> of(Say say, FundId fund, TrailEntry entry) {
        LocalDate ever = Voucher.LATEST;
        Optional<FundChanges> around =
                changes.between(
                        fund,
                        new AsOf(ever, entry.recorded().minus(1, ChronoUnit.MICROS)),
                        new AsOf(ever, entry.recorded()));
        return around.map(a -> sums(say, a, entry)).orElse(List.of());
    }

    /** Several events may have been recorded at the same instant, one after the other. */
    private static List<Sum> sums(Say say, FundChanges around, TrailEntry entry) {
        Standing before = around.before();
        for (Change change : around.changes()) {
            Standing after = before.plus(change.effect());
            if (change.entry().position() == entry.position()) {
                return sums(say, before, after);
            }
            before = after;
        }
        return List.of();
    }

    private static List<Sum> sums(Say say, Standing before, Standing after) {
        List<Sum> sums = new ArrayList<>();
        add(sums, say, "authorised", Standing::authorised, before, after);
        add(sums, say, "received", Standing::received, before, after);
        add(sums, say, "planned", s -> s.totals().planned(), before, after);
        add(sums, say, "allocated", s -> s.totals().allocated(), before, after);
        add(sums, say, "disbursed", s -> s.totals().disbursed(), before, after);
        add(sums, say, "paid", s -> s.totals().paid(), before, after);
        add(sums, say, "workValue", s -> s.totals().workValue(), before, after);
        return sums;
    }

    private static void add(
            List<Sum> sums,
            Say say,
            String name,
            Function<Standing, Money> figure,
            Standing before,
            Standing after) {
        Money then = figure.apply(before);
        Money now = figure.apply(after);
        sums.add(
                new Sum(
                        say.word("figure." + name),
                        say.exact(then),
                        say.exact(now),
                        then.equals(now)));
    }
}
