package org.aidledger.indicator;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Mode;
import org.aidledger.fund.PolicyItem;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;

/**
 * A whole fund at one point in time: the budget statement, and all that indicators are made of.
 *
 * @param planVersion 0 before the plan is issued
 * @param authorised what was authorised in all
 * @param received what the donor sent, net of returns
 * @param policy each policy item as in force at the effective date
 * @param findings the register
 * @param breaches how many breaches of rules the ledger noted
 * @param otherFlows flows beside the books, by kind
 * @param projects every enrolled project, by id
 */
public record FundFigures(
        FundId fund,
        AsOf asOf,
        String name,
        String donor,
        String recipient,
        int fiscalYear,
        Mode mode,
        Denomination denomination,
        int planVersion,
        Money authorised,
        Money received,
        Map<PolicyItem, BigDecimal> policy,
        FindingFigures findings,
        int breaches,
        Map<String, OtherFlow> otherFlows,
        List<ProjectFigures> projects) {

    /**
     * The register of findings.
     *
     * @param raised how many were raised
     * @param closed how many of them stand closed
     * @param amountRaised the money they concern
     * @param amountClosed the money that the closed ones concern
     */
    public record FindingFigures(int raised, int closed, Money amountRaised, Money amountClosed) {}

    /** Lines of one kind of flow beside the books. */
    public record OtherFlow(int lines, Money amount) {}

    public FundFigures {
        policy = Map.copyOf(policy);
        otherFlows = Map.copyOf(otherFlows);
        projects = List.copyOf(projects);
    }

    /** Sums over all projects. */
    public Totals totals() {
        return totals(projects);
    }

    /** Sums by any property of a project, such as category, place or a flag. */
    public Map<String, Totals> totalsBy(Function<ProjectFigures, String> property) {
        return projects.stream()
                .collect(
                        Collectors.groupingBy(
                                property,
                                TreeMap::new,
                                Collectors.collectingAndThen(Collectors.toList(), this::totals)));
    }

    private Totals totals(Collection<ProjectFigures> some) {
        return Totals.of(some, denomination, asOf.effective(), idleAfterDays());
    }

    /** Authorised and not yet allocated. */
    public Money remaining() {
        return authorised.minus(totals().allocated());
    }

    /** Received and not yet disbursed. */
    public Money pool() {
        return received.minus(totals().disbursed());
    }

    /** Days after which an unspent balance is idle. */
    public int idleAfterDays() {
        return policy(PolicyItem.IDLE_AFTER_DAYS).intValueExact();
    }

    /** A policy item as in force. */
    public BigDecimal policy(PolicyItem item) {
        return policy.getOrDefault(item, item.initial());
    }
}
