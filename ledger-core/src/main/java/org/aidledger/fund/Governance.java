package org.aidledger.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.aidledger.fund.GovernanceEvent.BreachNoted;
import org.aidledger.fund.GovernanceEvent.FiguresStated;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.GovernanceEvent.HandedOver;
import org.aidledger.fund.GovernanceEvent.PeriodClosed;
import org.aidledger.fund.GovernanceEvent.PeriodReopened;
import org.aidledger.fund.GovernanceEvent.PolicySet;
import org.aidledger.fund.Timeline.Span;
import org.aidledger.memory.MemoryReader;
import org.aidledger.memory.MemoryWriter;

/** The fund's own settings over time: policies by date, and through which day it is closed. */
final class Governance {

    private final Map<PolicyItem, TreeMap<LocalDate, BigDecimal>> policies =
            new EnumMap<>(PolicyItem.class);
    private Optional<LocalDate> closedThrough = Optional.empty();

    void on(GovernanceEvent event) {
        switch (event) {
            case PolicySet e ->
                    policies.computeIfAbsent(e.item(), _ -> new TreeMap<>())
                            .put(e.voucher().effective(), e.value());
            case PeriodClosed e -> closedThrough = Optional.of(e.through());
            case PeriodReopened e -> closedThrough = Optional.of(e.from().minusDays(1));
            case FundOpened _, HandedOver _, FiguresStated _, BreachNoted _ -> {}
        }
    }

    BigDecimal policy(PolicyItem item, LocalDate date) {
        Map.Entry<LocalDate, BigDecimal> entry = settled(item).floorEntry(date);
        return entry == null ? item.initial() : entry.getValue();
    }

    private NavigableMap<LocalDate, BigDecimal> settled(PolicyItem item) {
        return policies.getOrDefault(item, new TreeMap<>());
    }

    boolean watches(PolicyItem switchItem, LocalDate date) {
        return policy(switchItem, date).signum() > 0;
    }

    /** The days from a date on, for ever, on which a ceiling is watched, in order. */
    List<Span> watched(Ceiling ceiling, LocalDate from) {
        if (ceiling.watch().isEmpty()) {
            return List.of(Span.from(from));
        }
        PolicyItem item = ceiling.watch().get();
        List<Span> spans = new ArrayList<>();
        LocalDate day = from;
        while (day.isBefore(LocalDate.MAX)) {
            LocalDate next =
                    Optional.ofNullable(settled(item).higherKey(day)).orElse(LocalDate.MAX);
            if (watches(item, day)) {
                spans.add(new Span(day, next));
            }
            day = next;
        }
        return spans;
    }

    void write(MemoryWriter out) {
        out.map(policies, out::choice, values -> out.map(values, out::date, out::decimal));
        out.optional(closedThrough, out::date);
    }

    /** Fills an empty one. */
    void read(MemoryReader in) {
        in.map(
                policies,
                () -> in.choice(PolicyItem.class),
                () -> {
                    TreeMap<LocalDate, BigDecimal> values = new TreeMap<>();
                    in.map(values, in::date, in::decimal);
                    return values;
                });
        closedThrough = in.optional(in::date);
    }

    Optional<LocalDate> closedThrough() {
        return closedThrough;
    }
}
