package org.aidledger.projections.standing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.GovernanceEvent.PolicySet;
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
import org.aidledger.fund.WorksEvent.ProgressReported;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.posting.Account.Kind;
import org.aidledger.posting.Entry;
import org.aidledger.posting.PostingRules;

/**
 * A fund's sums while events come and go. An event costs as much as the projects it touches; only a
 * change of policy or of the date looks at all of them.
 */
public final class RunningTotals {

    private final Denomination denomination;
    private final Map<ProjectId, ProjectSums> projects = new HashMap<>();
    private final Map<PolicyItem, TreeMap<Place, BigDecimal>> policies =
            new EnumMap<>(PolicyItem.class);
    private LocalDate date;
    private Standing standing;

    /**
     * A fund without any event.
     *
     * @param date the business date on which idleness is counted
     */
    public RunningTotals(Denomination denomination, LocalDate date) {
        this.denomination = denomination;
        this.date = date;
        this.standing = Standing.zero(denomination);
    }

    /**
     * A fund as it stood. Whatever comes must be dated or recorded later than all that the ground
     * was made of; only what came may go again.
     */
    public static RunningTotals from(Ground ground) {
        FundFigures figures = ground.figures();
        RunningTotals running =
                new RunningTotals(figures.denomination(), figures.asOf().effective());
        figures.policy()
                .forEach((item, value) ->
                        running.policies
                                .computeIfAbsent(item, _ -> new TreeMap<>())
                                .put(
                                        Place.of(Optional.ofNullable(ground.settled().get(item))),
                                        value));
        for (ProjectFigures project : figures.projects()) {
            running.projects.put(project.id(), ProjectSums.of(project, ground));
        }
        running.standing =
                new Standing(figures.authorised(), figures.received(), running.standing.totals());
        running.countAll();
        return running;
    }

    /** How the fund stands. */
    public Standing standing() {
        return standing;
    }

    /** Lets time pass, forwards or backwards. */
    public void moveTo(LocalDate day) {
        date = day;
        countAll();
    }

    /** An event of the fund comes. */
    public void add(Recorded<? extends LedgerEvent> event) {
        apply(event, true);
    }

    /** An event that came before goes again. */
    public void remove(Recorded<? extends LedgerEvent> event) {
        apply(event, false);
    }

    private void apply(Recorded<? extends LedgerEvent> recorded, boolean comes) {
        if (!(recorded.event() instanceof FundEvent event)) {
            return;
        }
        int sign = comes ? 1 : -1;
        Place place = new Place(event.voucher().effective(), recorded.position());
        for (Entry entry : PostingRules.entriesFor(event)) {
            post(entry, place.effective(), sign);
        }
        if (event instanceof PlanEvent plan) {
            plan(plan, sign);
        }
        if (event instanceof ProgressReported report) {
            touch(report.project(), p -> p.report(place, report.workValue(), comes));
        }
        if (event instanceof PolicySet policy) {
            settle(policy, place, comes);
        }
    }

    private void post(Entry entry, LocalDate on, int sign) {
        Money amount = signed(entry.amount(), sign);
        entry.account().project().ifPresent(p -> touch(p, sums -> sums.post(entry, on, sign)));
        Money zero = denomination.zero();
        boolean grant = entry.account().kind() == Kind.GRANT;
        boolean donor = entry.account().kind() == Kind.DONOR;
        standing =
                new Standing(
                        standing.authorised().minus(grant ? amount : zero),
                        standing.received().minus(donor ? amount : zero),
                        standing.totals());
    }

    private void plan(PlanEvent event, int sign) {
        switch (event) {
            case ProjectEnrolled e ->
                    touch(
                            e.project(),
                            p -> {
                                p.enrol(sign);
                                p.plan(e.planned(), e.investment(), sign);
                            });
            case PlanPhaseAdded e ->
                    touch(e.project(), p -> p.plan(e.planned(), e.investment(), sign));
            case PlanIssued e -> e.projects().forEach(id -> touch(id, p -> p.admit(sign)));
            case AdjustmentApproved e -> {
                e.admitted().forEach(id -> touch(id, p -> p.admit(sign)));
                e.changes()
                        .forEach(c ->
                                touch(c.project(), p -> p.plan(c.planned(), c.investment(), sign)));
            }
            case ReviewRecorded _,
                    AdjustmentProposed _,
                    AdjustmentAgreed _,
                    AdjustmentDropped _ -> {}
        }
    }

    private void settle(PolicySet policy, Place place, boolean comes) {
        TreeMap<Place, BigDecimal> settled =
                policies.computeIfAbsent(policy.item(), _ -> new TreeMap<>());
        if (comes) {
            settled.put(place, policy.value());
        } else {
            settled.remove(place);
        }
        countAll();
    }

    private BigDecimal policy(PolicyItem item) {
        TreeMap<Place, BigDecimal> settled = policies.getOrDefault(item, new TreeMap<>());
        return settled.isEmpty() ? item.initial() : settled.lastEntry().getValue();
    }

    /** Replaces a project's part of the sums by what it is after a change. */
    private void touch(ProjectId id, java.util.function.Consumer<ProjectSums> change) {
        ProjectSums project =
                projects.computeIfAbsent(id, _ -> new ProjectSums(denomination.zero()));
        Standing before = part(project);
        change.accept(project);
        standing = standing.minus(before).plus(part(project));
    }

    private void countAll() {
        Standing sum =
                new Standing(
                        standing.authorised(),
                        standing.received(),
                        Standing.zero(denomination).totals());
        for (ProjectSums project : projects.values()) {
            sum = sum.plus(part(project));
        }
        standing = sum;
    }

    private Standing part(ProjectSums project) {
        Money zero = denomination.zero();
        return new Standing(
                zero,
                zero,
                project.totals(
                        policy(PolicyItem.WATCH_PLAN).signum() > 0,
                        date,
                        policy(PolicyItem.IDLE_AFTER_DAYS).intValueExact()));
    }

    static Money signed(Money amount, int sign) {
        return sign > 0 ? amount : amount.negated();
    }

    /** Where an event stands among those of its kind: the last one by these two counts. */
    record Place(LocalDate effective, long position) implements Comparable<Place> {

        /** That of something in the ground: before all later events of the same day. */
        static Place of(Optional<LocalDate> effective) {
            return new Place(effective.orElse(LocalDate.MIN), -1);
        }

        @Override
        public int compareTo(Place other) {
            int byDate = effective.compareTo(other.effective);
            return byDate != 0 ? byDate : Long.compare(position, other.position);
        }
    }
}
