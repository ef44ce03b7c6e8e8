package org.aidledger.projections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.aidledger.event.AsOf;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingEvent;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Histories;

/** Many random funds in one ledger, their events shuffled into each other as they were recorded. */
final class Many {

    /** Of each fund its events, findings included, in order. */
    final Map<String, List<Recorded<LedgerEvent>>> byFund = new TreeMap<>();

    /** All events, in order. */
    final List<Recorded<LedgerEvent>> events = new ArrayList<>();

    Many(List<Long> seeds, int commands) {
        List<Recorded<LedgerEvent>> all = new ArrayList<>();
        for (long seed : seeds) {
            all.addAll(Histories.random(seed, commands));
        }
        // A stable sort: what was recorded together stays in the order of its history.
        all.sort(Comparator.comparing(Recorded::recorded));
        for (Recorded<LedgerEvent> e : all) {
            Recorded<LedgerEvent> placed =
                    new Recorded<>(
                            events.size(), e.eventId(), e.sequence(), e.recorded(), e.event());
            events.add(placed);
            byFund.computeIfAbsent(fund(e.event()), _ -> new ArrayList<>()).add(placed);
        }
    }

    private static String fund(LedgerEvent event) {
        return switch (event) {
            case FundEvent e -> e.fund().value();
            case FindingEvent e -> e.fund().value();
            default -> throw new IllegalArgumentException("of no fund: " + event);
        };
    }

    List<FundId> funds() {
        return byFund.keySet().stream().map(FundId::new).toList();
    }

    List<Recorded<LedgerEvent>> of(FundId fund) {
        return byFund.getOrDefault(fund.value(), List.of());
    }

    /** A point in time at, just before or just after something. */
    AsOf point(Random random) {
        return point(random, events);
    }

    static AsOf point(Random random, List<Recorded<LedgerEvent>> events) {
        LocalDate date =
                events.get(random.nextInt(events.size()))
                        .event()
                        .voucher()
                        .effective()
                        .plusDays(random.nextInt(3) - 1L);
        if (random.nextInt(5) == 0) {
            date = date.plusDays(random.nextInt(700));
        }
        Instant known = events.get(random.nextInt(events.size())).recorded();
        if (random.nextInt(3) == 0) {
            known = events.getLast().recorded();
        }
        return new AsOf(date, known.plusNanos(1000L * (random.nextInt(3) - 1)));
    }
}
