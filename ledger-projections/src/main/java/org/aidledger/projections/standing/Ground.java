package org.aidledger.projections.standing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.aidledger.fund.PolicyItem;
import org.aidledger.fund.ProjectId;
import org.aidledger.indicator.FundFigures;

/**
 * A fund at a point in time, as far as it has to be known to go on from there event by event.
 *
 * @param admitted projects in an issued plan
 * @param reported business date of each project's latest report of progress
 * @param settled business date from which each policy item counts
 */
public record Ground(
        FundFigures figures,
        Set<ProjectId> admitted,
        Map<ProjectId, LocalDate> reported,
        Map<PolicyItem, LocalDate> settled) {

    public Ground {
        admitted = Set.copyOf(admitted);
        reported = Map.copyOf(reported);
        settled = Map.copyOf(settled);
    }
}
