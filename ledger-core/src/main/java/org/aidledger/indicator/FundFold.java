package org.aidledger.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aidledger.event.AsOf;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingEvent;
import org.aidledger.finding.FindingEvent.EvidenceSubmitted;
import org.aidledger.finding.FindingEvent.FindingClosed;
import org.aidledger.finding.FindingEvent.FindingRaised;
import org.aidledger.finding.FindingEvent.FindingReopened;
import org.aidledger.finding.FindingEvent.RectificationAssigned;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.GovernanceEvent;
import org.aidledger.fund.GovernanceEvent.BreachNoted;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.GovernanceEvent.PolicySet;
import org.aidledger.fund.MoneyEvent;
import org.aidledger.fund.MoneyEvent.OtherFlowRecorded;
import org.aidledger.fund.PlanEvent;
import org.aidledger.fund.PlanEvent.AdjustmentAgreed;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.fund.PlanEvent.AdjustmentDropped;
import org.aidledger.fund.PlanEvent.AdjustmentProposed;
import org.aidledger.fund.PlanEvent.PlanIssued;
import org.aidledger.fund.PlanEvent.PlanPhaseAdded;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.PlanEvent.ReviewRecorded;
import org.aidledger.fund.PolicyItem;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.WorksEvent;
import org.aidledger.indicator.FundFigures.FindingFigures;
import org.aidledger.indicator.FundFigures.OtherFlow;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.posting.Entry;
import org.aidledger.posting.PostingRules;

/**
 * A fund's figures from its events alone, without any read model: takes the events that count at a
 * point in time, orders them by business date and then by position, and adds them up. This is what
 * {@code replay} compares the read side with.
 */
public final class FundFold {

    private final AsOf asOf;
    private final FundOpened opened;
    private final Map<ProjectId, ProjectFold> projects = new TreeMap<>();
    private final Map<PolicyItem, BigDecimal> policy = new EnumMap<>(PolicyItem.class);
    private final Map<String, FindingRaised> raised = new HashMap<>();
    private final Map<String, Boolean> closed = new HashMap<>();
    private final Map<String, OtherFlow> otherFlows = new HashMap<>();
    private int planVersion;
    private int breaches;
    private Money authorised;
    private Money received;

    private FundFold(AsOf asOf, FundOpened opened) {
        this.asOf = asOf;
        this.opened = opened;
        this.authorised = zero();
        this.received = zero();
    }

    /**
     * The figures at a point in time; empty if the fund was not open, or not known, by then.
     *
     * @param events of one fund and of its findings, in any order
     */
    public static Optional<FundFigures> at(
            AsOf asOf, List<? extends Recorded<? extends LedgerEvent>> events) {
        List<LedgerEvent> counted = new ArrayList<>();
        events.stream()
                .filter(asOf::includes)
                .sorted(
                        Comparator.<Recorded<? extends LedgerEvent>, LocalDate>comparing(
                                        e -> e.event().voucher().effective())
                                .thenComparingLong(Recorded::position))
                .forEach(e -> counted.add(e.event()));
        return counted.stream()
                .filter(FundOpened.class::isInstance)
                .map(FundOpened.class::cast)
                .findFirst()
                .map(opened -> {
                    FundFold fold = new FundFold(asOf, opened);
                    counted.forEach(fold::add);
                    return fold.figures();
                });
    }

    private void add(LedgerEvent event) {
        switch (event) {
            case FundEvent e -> {
                post(e);
                switch (e) {
                    case GovernanceEvent g -> addGovernance(g);
                    case PlanEvent p -> addPlan(p);
                    case WorksEvent w -> project(w.project()).add(w);
                    case MoneyEvent m -> addFlow(m);
                }
            }
            case FindingEvent e -> addFinding(e);
            default -> throw new IllegalArgumentException("not of a fund: " + event);
        }
    }

    private void post(FundEvent event) {
        for (Entry entry : PostingRules.entriesFor(event)) {
            Account account = entry.account();
            account.project().ifPresent(p -> project(p).post(entry, event.voucher().effective()));
            switch (account.kind()) {
                case GRANT -> authorised = authorised.minus(entry.amount());
                case DONOR -> received = received.minus(entry.amount());
                case AUTHORISED, ALLOCATED, POOL, HELD, PAID -> {}
            }
        }
    }

    private void addGovernance(GovernanceEvent event) {
        if (event instanceof PolicySet e) {
            policy.put(e.item(), e.value());
        }
        if (event instanceof BreachNoted) {
            breaches++;
        }
    }

    private void addPlan(PlanEvent event) {
        switch (event) {
            case ProjectEnrolled e -> project(e.project()).enrol(e);
            case PlanPhaseAdded e -> project(e.project()).plan(e.planned(), e.investment());
            case ReviewRecorded e -> project(e.project()).review(e);
            case PlanIssued e -> {
                planVersion = Math.max(planVersion, e.version());
                e.projects().forEach(p -> project(p).admit());
            }
            case AdjustmentApproved e -> {
                planVersion = Math.max(planVersion, e.version());
                e.admitted().forEach(p -> project(p).admit());
                e.changes().forEach(c -> project(c.project()).plan(c.planned(), c.investment()));
            }
            case AdjustmentProposed _, AdjustmentAgreed _, AdjustmentDropped _ -> {}
        }
    }

    private void addFlow(MoneyEvent event) {
        if (event instanceof OtherFlowRecorded e) {
            otherFlows.merge(
                    e.flow(),
                    new OtherFlow(1, e.amount()),
                    (a, b) -> new OtherFlow(a.lines() + b.lines(), a.amount().plus(b.amount())));
        }
    }

    private void addFinding(FindingEvent event) {
        String id = event.finding().value();
        switch (event) {
            case FindingRaised e -> raised.put(id, e);
            case FindingClosed _ -> closed.put(id, true);
            case FindingReopened _ -> closed.put(id, false);
            case RectificationAssigned _, EvidenceSubmitted _ -> {}
        }
    }

    private FundFigures figures() {
        boolean watchesPlan =
                policy.getOrDefault(PolicyItem.WATCH_PLAN, PolicyItem.WATCH_PLAN.initial()).signum()
                        > 0;
        return new FundFigures(
                opened.fund(),
                asOf,
                opened.name(),
                opened.donor(),
                opened.recipient(),
                opened.fiscalYear(),
                opened.mode(),
                opened.denomination(),
                planVersion,
                authorised,
                received,
                policy,
                findings(),
                breaches,
                otherFlows,
                projects.values().stream()
                        .filter(ProjectFold::isEnrolled)
                        .map(p -> p.figures(watchesPlan))
                        .toList());
    }

    private FindingFigures findings() {
        Money amount = zero();
        Money amountClosed = zero();
        int count = 0;
        for (FindingRaised finding : raised.values()) {
            Money concerned = finding.amount().in(opened.denomination()).orElse(zero());
            amount = amount.plus(concerned);
            if (closed.getOrDefault(finding.finding().value(), false)) {
                count++;
                amountClosed = amountClosed.plus(concerned);
            }
        }
        return new FindingFigures(raised.size(), count, amount, amountClosed);
    }

    private ProjectFold project(ProjectId id) {
        return projects.computeIfAbsent(id, p -> new ProjectFold(p, zero()));
    }

    private Money zero() {
        return opened.denomination().zero();
    }
}
