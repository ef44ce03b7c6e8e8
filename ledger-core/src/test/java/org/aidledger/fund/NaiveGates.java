package org.aidledger.fund;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.GovernanceEvent.PeriodClosed;
import org.aidledger.fund.GovernanceEvent.PeriodReopened;
import org.aidledger.fund.GovernanceEvent.PolicySet;
import org.aidledger.fund.MoneyEvent.FundsAllocated;
import org.aidledger.fund.MoneyEvent.FundsDisbursed;
import org.aidledger.fund.MoneyEvent.FundsPaid;
import org.aidledger.fund.MoneyEvent.FundsPaidDirectly;
import org.aidledger.fund.MoneyEvent.FundsReallocated;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.fund.PlanEvent.PlanIssued;
import org.aidledger.fund.WorksEvent.ProjectClosed;
import org.aidledger.fund.WorksEvent.ProjectFrozen;
import org.aidledger.fund.WorksEvent.ProjectUnfrozen;

/**
 * What may take money at all, kept a second time and as plainly as possible: the plan, freezes,
 * closed projects and closed periods, as known when each event was recorded.
 */
final class NaiveGates {

    private static final LocalDate NEVER = LocalDate.MAX;

    private final Map<ProjectId, LocalDate> inPlanFrom = new HashMap<>();
    private final Map<ProjectId, List<LocalDate[]>> freezes = new HashMap<>();
    private final Set<ProjectId> closed = new HashSet<>();
    private final TreeMap<LocalDate, Boolean> watchesPlan = new TreeMap<>();
    private LocalDate closedThrough = LocalDate.MIN;
    private boolean strict;

    /** Takes the next event, after asking whether it might be recorded. */
    void next(FundEvent event) {
        if (event instanceof MoneyEvent money) {
            require(money.voucher().effective().isAfter(closedThrough), "a closed period", money);
            if (strict) {
                requireGate(money);
            }
        }
        remember(event);
    }

    private void requireGate(MoneyEvent event) {
        LocalDate date = event.voucher().effective();
        for (ProjectId project : takers(event)) {
            boolean watched =
                    watchesPlan.floorEntry(date) == null || watchesPlan.floorEntry(date).getValue();
            require(
                    !watched || !inPlanFrom.getOrDefault(project, NEVER).isAfter(date),
                    "a project off the plan",
                    event);
            require(!closed.contains(project), "a closed project", event);
            for (LocalDate[] freeze : freezes.getOrDefault(project, List.of())) {
                require(
                        !freeze[1].equals(NEVER)
                                && (date.isBefore(freeze[0]) || !date.isBefore(freeze[1])),
                        "a frozen project",
                        event);
            }
        }
    }

    private static List<ProjectId> takers(MoneyEvent event) {
        return switch (event) {
            case FundsAllocated e -> List.of(e.project());
            case FundsDisbursed e -> List.of(e.project());
            case FundsPaid e -> List.of(e.project());
            case FundsPaidDirectly e -> List.of(e.project());
            case FundsReallocated e -> List.of(e.to());
            default -> List.of();
        };
    }

    private static void require(boolean allowed, String where, MoneyEvent event) {
        if (!allowed) {
            throw new AssertionError(where + " takes " + event);
        }
    }

    private void remember(FundEvent event) {
        LocalDate date = event.voucher().effective();
        switch (event) {
            case FundOpened e -> strict = e.mode() == Mode.STRICT;
            case PeriodClosed e -> closedThrough = e.through();
            case PeriodReopened e -> closedThrough = e.from().minusDays(1);
            case PolicySet e when e.item() == PolicyItem.WATCH_PLAN ->
                    watchesPlan.put(date, e.value().signum() > 0);
            case PlanIssued e -> e.projects().forEach(p -> inPlanFrom.put(p, date));
            case AdjustmentApproved e -> e.admitted().forEach(p -> inPlanFrom.put(p, date));
            case ProjectClosed e -> closed.add(e.project());
            case ProjectFrozen e ->
                    freezes.computeIfAbsent(e.project(), _ -> new ArrayList<>())
                            .add(new LocalDate[] {date, NEVER});
            case ProjectUnfrozen e ->
                    freezes.getOrDefault(e.project(), List.of()).getLast()[1] = date;
            default -> {} // no gate
        }
    }
}
