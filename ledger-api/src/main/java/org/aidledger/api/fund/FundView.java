package org.aidledger.api.fund;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.fund.Mode;
import org.aidledger.fund.PolicyItem;
import org.aidledger.indicator.FundFigures;

/**
 * One fund as a whole.
 *
 * @param scale decimals in which it counts
 * @param planVersion 0 before the plan is issued
 * @param policy each item as in force
 * @param findings counts and amounts of the register
 * @param breaches how many breaches the ledger noted by itself
 * @param otherFlows flows beside the books, by kind
 */
record FundView(
        @JsonUnwrapped Head head,
        String name,
        String donor,
        String recipient,
        int fiscalYear,
        Mode mode,
        int scale,
        int planVersion,
        Sums totals,
        Map<PolicyItem, BigDecimal> policy,
        FundFigures.FindingFigures findings,
        int breaches,
        Map<String, FundFigures.OtherFlow> otherFlows) {

    static FundView of(FundFigures f) {
        Map<PolicyItem, BigDecimal> policy = new TreeMap<>();
        for (PolicyItem item : PolicyItem.values()) {
            policy.put(item, f.policy(item));
        }
        return new FundView(
                Head.of(f),
                f.name(),
                f.donor(),
                f.recipient(),
                f.fiscalYear(),
                f.mode(),
                f.denomination().scale(),
                f.planVersion(),
                Sums.of(f),
                policy,
                f.findings(),
                f.breaches(),
                new TreeMap<>(f.otherFlows()));
    }
}
