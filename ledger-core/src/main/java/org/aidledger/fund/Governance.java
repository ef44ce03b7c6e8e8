package org.aidledger.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aidledger.fund.GovernanceEvent.BreachNoted;
import org.aidledger.fund.GovernanceEvent.FiguresStated;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.GovernanceEvent.HandedOver;
import org.aidledger.fund.GovernanceEvent.PeriodClosed;
import org.aidledger.fund.GovernanceEvent.PeriodReopened;
import org.aidledger.fund.GovernanceEvent.PolicySet;

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
        TreeMap<LocalDate, BigDecimal> settled = policies.getOrDefault(item, new TreeMap<>());
        Map.Entry<LocalDate, BigDecimal> entry = settled.floorEntry(date);
        return entry == null ? item.initial() : entry.getValue();
    }

    boolean watches(PolicyItem switchItem, LocalDate date) {
        return policy(switchItem, date).signum() > 0;
    }

    Optional<LocalDate> closedThrough() {
        return closedThrough;
    }
}
