package org.aidledger.projections.changes;

import java.util.List;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.projections.standing.Standing;

/**
 * What lies between two points in time: {@code before} plus {@code passageOfTime} plus the effects
 * of all changes is {@code after}, to the last minor unit.
 *
 * @param before the fund's sums at {@code from}; zero where it was not open yet
 * @param after the fund's sums at {@code to}
 * @param passageOfTime what the mere change of the business date did, without any event: balances
 *     that became idle, or are not yet
 * @param changes what went, latest first, then what came, in the order of recording
 */
public record FundChanges(
        FundId fund,
        AsOf from,
        AsOf to,
        Standing before,
        Standing after,
        Standing passageOfTime,
        List<Change> changes) {

    public FundChanges {
        changes = List.copyOf(changes);
    }
}
