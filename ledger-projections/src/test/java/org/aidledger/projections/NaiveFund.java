package org.aidledger.projections;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.aidledger.event.AsOf;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.PostingId;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingEvent;
import org.aidledger.finding.FindingEvent.FindingClosed;
import org.aidledger.finding.FindingEvent.FindingRaised;
import org.aidledger.finding.FindingEvent.FindingReopened;
import org.aidledger.fund.GovernanceEvent.BreachNoted;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.GovernanceEvent.PolicySet;
import org.aidledger.fund.MoneyEvent;
import org.aidledger.fund.MoneyEvent.OtherFlowRecorded;
import org.aidledger.fund.MoneyEvent.PostingReversed;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.fund.PlanEvent.PlanIssued;
import org.aidledger.fund.PlanEvent.PlanPhaseAdded;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.PlanEvent.ReviewOutcome;
import org.aidledger.fund.PlanEvent.ReviewRecorded;
import org.aidledger.fund.PolicyItem;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.WorksEvent;
import org.aidledger.fund.WorksEvent.ChangeOrderApproved;
import org.aidledger.fund.WorksEvent.ContractRecorded;
import org.aidledger.fund.WorksEvent.MatchingRecorded;
import org.aidledger.fund.WorksEvent.ProgressReported;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.FundFigures.FindingFigures;
import org.aidledger.indicator.FundFigures.OtherFlow;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.indicator.ProjectStatus;
import org.aidledger.money.Money;

/**
 * The oracle: a fund's figures by the dullest means. Each figure is one loop over the events that
 * count; nothing is ordered, kept or shared, and no posting rule is asked. Keep it so.
 */
final class NaiveFund {

    private final AsOf asOf;
    private final List<Recorded<LedgerEvent>> all;
    private final List<Recorded<LedgerEvent>> counted = new ArrayList<>();
    private final FundOpened opened;

    private NaiveFund(AsOf asOf, List<Recorded<LedgerEvent>> all, FundOpened opened) {
        this.asOf = asOf;
        this.all = all;
        this.opened = opened;
        for (Recorded<LedgerEvent> e : all) {
            boolean happened = !e.event().voucher().effective().isAfter(asOf.effective());
            boolean wasKnown = !e.recorded().isAfter(asOf.known());
            if (happened && wasKnown) {
                counted.add(e);
            }
        }
    }

    static Optional<FundFigures> at(AsOf asOf, List<Recorded<LedgerEvent>> events) {
        for (Recorded<LedgerEvent> e : events) {
            if (e.event() instanceof FundOpened opened
                    && !opened.voucher().effective().isAfter(asOf.effective())
                    && !e.recorded().isAfter(asOf.known())) {
                return Optional.of(new NaiveFund(asOf, events, opened).figures());
            }
        }
        return Optional.empty();
    }

    private FundFigures figures() {
        List<ProjectFigures> projects = new ArrayList<>();
        for (ProjectId project : enrolled()) {
            projects.add(project(project));
        }
        int breaches = 0;
        for (Recorded<LedgerEvent> e : counted) {
            breaches += e.event() instanceof BreachNoted ? 1 : 0;
        }
        return new FundFigures(
                opened.fund(),
                asOf,
                opened.name(),
                opened.donor(),
                opened.recipient(),
                opened.fiscalYear(),
                opened.mode(),
                opened.denomination(),
                planVersion(),
                sum(NaiveMoney::authorised),
                sum(NaiveMoney::received),
                policy(),
                findings(),
                breaches,
                otherFlows(),
                projects);
    }

    private Collection<ProjectId> enrolled() {
        TreeSet<ProjectId> ids = new TreeSet<>();
        for (Recorded<LedgerEvent> e : counted) {
            if (e.event() instanceof ProjectEnrolled enrolled) {
                ids.add(enrolled.project());
            }
        }
        return ids;
    }

    private ProjectFigures project(ProjectId id) {
        Optional<ProgressReported> report =
                latest(ProgressReported.class, r -> r.project().equals(id));
        boolean inPlan = admitted(id) || policyOf(PolicyItem.WATCH_PLAN).signum() == 0;
        return new ProjectFigures(
                id,
                latest(ProjectEnrolled.class, e -> e.project().equals(id)).orElseThrow().profile(),
                status(id, inPlan),
                inPlan,
                works(id, WorksEvent.ProjectFrozen.class).size()
                        > works(id, WorksEvent.ProjectUnfrozen.class).size(),
                planned(id),
                investment(id),
                sum(m -> NaiveMoney.allocated(m, id)),
                sum(m -> NaiveMoney.disbursed(m, id)),
                sum(m -> NaiveMoney.paid(m, id)),
                sum(m -> NaiveMoney.reclaimed(m, id)),
                sum(m -> NaiveMoney.recovered(m, id)),
                sum(m -> NaiveMoney.reallocated(m, id)),
                contracted(id),
                matched(id),
                report.map(ProgressReported::physicalPercent),
                report.map(ProgressReported::workValue).orElse(zero()),
                last(works(id, WorksEvent.ProjectStarted.class)),
                last(works(id, WorksEvent.ProjectCompleted.class)),
                last(works(id, WorksEvent.ProjectAccepted.class)),
                last(works(id, WorksEvent.ArchiveAccepted.class)),
                last(works(id, WorksEvent.ProjectClosed.class)),
                lastMovement(id));
    }

    /** The sum over all counted events, where a reversal counts as what it reverses, negated. */
    private Money sum(Function<LedgerEvent, Long> amount) {
        long sum = 0;
        for (Recorded<LedgerEvent> e : counted) {
            sum +=
                    e.event() instanceof PostingReversed reversal
                            ? -amount.apply(original(reversal.reverses()))
                            : amount.apply(e.event());
        }
        return new Money(sum, opened.denomination());
    }

    private LedgerEvent original(PostingId id) {
        for (Recorded<LedgerEvent> e : all) {
            boolean posts = e.event() instanceof MoneyEvent || e.event() instanceof FundOpened;
            if (posts && e.event().voucher().postingId().equals(id)) {
                return e.event();
            }
        }
        throw new IllegalStateException("no posting " + id);
    }

    private Optional<LocalDate> lastMovement(ProjectId id) {
        List<LocalDate> dates = new ArrayList<>();
        for (Recorded<LedgerEvent> e : counted) {
            LedgerEvent posted =
                    e.event() instanceof PostingReversed r ? original(r.reverses()) : e.event();
            if (NaiveMoney.moves(posted, id)) {
                dates.add(e.event().voucher().effective());
            }
        }
        return last(dates);
    }

    private <T extends LedgerEvent> Optional<T> latest(Class<T> type, Predicate<T> which) {
        Optional<Recorded<LedgerEvent>> best = Optional.empty();
        for (Recorded<LedgerEvent> e : counted) {
            if (type.isInstance(e.event()) && which.test(type.cast(e.event()))) {
                if (best.isEmpty() || isLater(e, best.get())) {
                    best = Optional.of(e);
                }
            }
        }
        return best.map(e -> type.cast(e.event()));
    }

    private static boolean isLater(Recorded<LedgerEvent> one, Recorded<LedgerEvent> other) {
        LocalDate date = one.event().voucher().effective();
        LocalDate otherDate = other.event().voucher().effective();
        return date.isAfter(otherDate)
                || (date.equals(otherDate) && one.position() > other.position());
    }

    private List<LocalDate> works(ProjectId id, Class<? extends WorksEvent> type) {
        List<LocalDate> dates = new ArrayList<>();
        for (Recorded<LedgerEvent> e : counted) {
            if (type.isInstance(e.event()) && type.cast(e.event()).project().equals(id)) {
                dates.add(e.event().voucher().effective());
            }
        }
        return dates;
    }

    private static Optional<LocalDate> last(List<LocalDate> dates) {
        return dates.stream().max(LocalDate::compareTo);
    }

    private boolean admitted(ProjectId id) {
        for (Recorded<LedgerEvent> e : counted) {
            if (e.event() instanceof PlanIssued issued && issued.projects().contains(id)) {
                return true;
            }
            if (e.event() instanceof AdjustmentApproved a && a.admitted().contains(id)) {
                return true;
            }
        }
        return false;
    }

    private Money planned(ProjectId id) {
        Money sum = zero();
        for (Recorded<LedgerEvent> e : counted) {
            if (e.event() instanceof ProjectEnrolled p && p.project().equals(id)) {
                sum = sum.plus(p.planned());
            }
            if (e.event() instanceof PlanPhaseAdded p && p.project().equals(id)) {
                sum = sum.plus(p.planned());
            }
            if (e.event() instanceof AdjustmentApproved a) {
                for (var change : a.changes()) {
                    sum = change.project().equals(id) ? sum.plus(change.planned()) : sum;
                }
            }
        }
        return sum;
    }

    private Money investment(ProjectId id) {
        Money sum = zero();
        for (Recorded<LedgerEvent> e : counted) {
            if (e.event() instanceof ProjectEnrolled p && p.project().equals(id)) {
                sum = sum.plus(p.investment());
            }
            if (e.event() instanceof PlanPhaseAdded p && p.project().equals(id)) {
                sum = sum.plus(p.investment());
            }
            if (e.event() instanceof AdjustmentApproved a) {
                for (var change : a.changes()) {
                    sum = change.project().equals(id) ? sum.plus(change.investment()) : sum;
                }
            }
        }
        return sum;
    }

    private Money contracted(ProjectId id) {
        Money sum = zero();
        for (Recorded<LedgerEvent> e : counted) {
            if (e.event() instanceof ContractRecorded c && c.project().equals(id)) {
                sum = sum.plus(c.amount());
            }
            if (e.event() instanceof ChangeOrderApproved c && c.project().equals(id)) {
                sum = sum.plus(c.amount());
            }
        }
        return sum;
    }

    private Money matched(ProjectId id) {
        Money sum = zero();
        for (Recorded<LedgerEvent> e : counted) {
            if (e.event() instanceof MatchingRecorded m && m.project().equals(id)) {
                sum = sum.plus(m.amount());
            }
        }
        return sum;
    }

    private ProjectStatus status(ProjectId id, boolean inPlan) {
        if (!works(id, WorksEvent.ProjectClosed.class).isEmpty()) {
            return ProjectStatus.CLOSED;
        }
        if (!works(id, WorksEvent.ArchiveAccepted.class).isEmpty()) {
            return ProjectStatus.ARCHIVED;
        }
        if (!works(id, WorksEvent.ProjectAccepted.class).isEmpty()) {
            return ProjectStatus.ACCEPTED;
        }
        if (!works(id, WorksEvent.ProjectCompleted.class).isEmpty()) {
            return ProjectStatus.COMPLETED;
        }
        if (!works(id, WorksEvent.ProjectStarted.class).isEmpty()) {
            return ProjectStatus.STARTED;
        }
        if (inPlan) {
            return ProjectStatus.PLANNED;
        }
        return ProjectStatus.valueOf(
                latest(ReviewRecorded.class, r -> r.project().equals(id))
                        .map(ReviewRecorded::outcome)
                        .orElse(ReviewOutcome.CANDIDATE)
                        .name());
    }

    private int planVersion() {
        int version = 0;
        for (Recorded<LedgerEvent> e : counted) {
            if (e.event() instanceof PlanIssued p) {
                version = Math.max(version, p.version());
            }
            if (e.event() instanceof AdjustmentApproved a) {
                version = Math.max(version, a.version());
            }
        }
        return version;
    }

    private BigDecimal policyOf(PolicyItem item) {
        return latest(PolicySet.class, p -> p.item() == item)
                .map(PolicySet::value)
                .orElse(item.initial());
    }

    private Map<PolicyItem, BigDecimal> policy() {
        Map<PolicyItem, BigDecimal> policy = new HashMap<>();
        for (PolicyItem item : PolicyItem.values()) {
            latest(PolicySet.class, p -> p.item() == item)
                    .ifPresent(p -> policy.put(item, p.value()));
        }
        return policy;
    }

    private FindingFigures findings() {
        int raised = 0;
        int closed = 0;
        Money amount = zero();
        Money amountClosed = zero();
        for (Recorded<LedgerEvent> e : counted) {
            if (e.event() instanceof FindingRaised finding) {
                Money concerned = finding.amount().in(opened.denomination()).orElse(zero());
                raised++;
                amount = amount.plus(concerned);
                if (isClosed(finding)) {
                    closed++;
                    amountClosed = amountClosed.plus(concerned);
                }
            }
        }
        return new FindingFigures(raised, closed, amount, amountClosed);
    }

    private boolean isClosed(FindingRaised finding) {
        return latest(
                        FindingEvent.class,
                        e ->
                                e.finding().equals(finding.finding())
                                        && (e instanceof FindingClosed
                                                || e instanceof FindingReopened))
                .filter(FindingClosed.class::isInstance)
                .isPresent();
    }

    private Map<String, OtherFlow> otherFlows() {
        Map<String, OtherFlow> flows = new HashMap<>();
        for (Recorded<LedgerEvent> e : counted) {
            if (e.event() instanceof OtherFlowRecorded flow) {
                OtherFlow before = flows.getOrDefault(flow.flow(), new OtherFlow(0, zero()));
                flows.put(
                        flow.flow(),
                        new OtherFlow(before.lines() + 1, before.amount().plus(flow.amount())));
            }
        }
        return flows;
    }

    private Money zero() {
        return opened.denomination().zero();
    }
}
