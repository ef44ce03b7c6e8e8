package org.aidledger.api.imports.iati;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.api.imports.Origin;
import org.aidledger.event.Voucher;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.GovernanceCommand.SetPolicy;
import org.aidledger.fund.Mode;
import org.aidledger.fund.PolicyItem;
import org.aidledger.money.Denomination;

/** Says which commands stand for what a file holds, and in which order. */
final class Postings {

    /** A command and where it comes from. */
    record Draft(FundCommand command, Origin origin) {}

    private static final BigDecimal ON = BigDecimal.ONE;
    private static final BigDecimal OFF = BigDecimal.ZERO;

    private final Provenance provenance;

    Postings(Provenance provenance) {
        this.provenance = provenance;
    }

    /** Opens a fund, from the first day on: publishers fill in the past. */
    Draft opening(Outline.Needed fund) {
        FundId id = fund.key.id();
        return new Draft(
                new OpenFund(
                        id,
                        ofFund(id, "open"),
                        fund.name(),
                        fund.publisher,
                        fund.recipient,
                        fund.firstYear,
                        Mode.OBSERVED,
                        fund.scale,
                        Set.of(Channel.LOCAL),
                        Denomination.of(fund.key.currency()).zero()),
                ofFund(id));
    }

    /**
     * What the fund does not watch because IATI does not publish it: plans, advances and progress
     * never, incoming money and budgets where the file has none of this fund. A later file that has
     * them turns the watch on.
     */
    List<Draft> policies(Outline.Needed fund) {
        Map<PolicyItem, BigDecimal> policies = new EnumMap<>(PolicyItem.class);
        policies.put(PolicyItem.WATCH_PLAN, OFF);
        policies.put(PolicyItem.ADVANCE_PERCENT, new BigDecimal(100));
        policies.put(PolicyItem.GAP_ALERT_POINTS, new BigDecimal(1000));
        policies.put(PolicyItem.WATCH_CASH, fund.hasIncoming ? ON : OFF);
        policies.put(PolicyItem.WATCH_AUTHORITY, fund.hasBudgets ? ON : OFF);
        FundId id = fund.key.id();
        return policies.entrySet().stream()
                .map(policy ->
                        new Draft(
                                new SetPolicy(
                                        id,
                                        ofFund(id, policy.getKey() + "=" + policy.getValue()),
                                        policy.getKey(),
                                        policy.getValue()),
                                ofFund(id)))
                .toList();
    }

    /**
     * What comes before any outgoing money of the fund: the project, its budgets, its milestones,
     * and money received for it.
     */
    List<Draft> beforehand(Activity activity, String currency) {
        ActivityPostings postings = new ActivityPostings(provenance, activity, currency);
        List<Draft> drafts = new ArrayList<>();
        drafts.add(postings.enrolment());
        postings.lines()
                .filter(Line::isBudget)
                .forEach(budget -> {
                    drafts.add(postings.phase(budget));
                    if (!budget.amount().isZero()) {
                        drafts.add(postings.authority(budget));
                    }
                });
        activity.started().ifPresent(date -> drafts.add(postings.start(date)));
        activity.completed().ifPresent(date -> drafts.add(postings.completion(date)));
        postings.lines()
                .filter(line -> line.isIncoming() && line.amount().isPositive())
                .forEach(line -> drafts.add(postings.transaction(line)));
        return drafts;
    }

    /** Everything else, by date. */
    List<Draft> afterwards(Activity activity, String currency) {
        ActivityPostings postings = new ActivityPostings(provenance, activity, currency);
        return postings.lines()
                .filter(line -> !line.isBudget())
                .filter(line -> !(line.isIncoming() && line.amount().isPositive()))
                .map(postings::transaction)
                .toList();
    }

    private Voucher ofFund(FundId fund, String what) {
        return provenance.voucher(
                Provenance.id(fund, "fund", what), Voucher.EARLIEST, "iati-file", fund.value(), "");
    }

    private static Origin ofFund(FundId fund) {
        return new Origin("fund", "", false, fund.value(), 0, "iati-activities");
    }
}
