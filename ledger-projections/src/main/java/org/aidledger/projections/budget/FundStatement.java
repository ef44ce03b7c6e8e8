package org.aidledger.projections.budget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aidledger.event.AsOf;
import org.aidledger.fund.PolicyItem;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.FundFigures.OtherFlow;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.posting.Account;
import org.aidledger.projections.findings.FindingCounts;
import org.aidledger.projections.standing.Ground;
import org.aidledger.projections.tally.FundTally;
import org.aidledger.projections.tally.Measure;
import org.aidledger.projections.tally.Subject;

/** The statement of one fund, read off its tally. */
final class FundStatement {

    private final OpenedFund fund;
    private final FundTally tally;
    private final Map<String, ProjectProfile> profiles;

    FundStatement(OpenedFund fund, FundTally tally, Map<String, ProjectProfile> profiles) {
        this.fund = fund;
        this.tally = tally;
        this.profiles = profiles;
    }

    FundFigures figures(AsOf asOf) {
        Map<PolicyItem, BigDecimal> policy = policy();
        return new FundFigures(
                fund.fund(),
                asOf,
                fund.name(),
                fund.donor(),
                fund.recipient(),
                fund.fiscalYear(),
                fund.mode(),
                fund.denomination(),
                planVersion(),
                fund.money(ofFund(Account.Kind.GRANT)).negated(),
                fund.money(ofFund(Account.Kind.DONOR)).negated(),
                policy,
                FindingCounts.of(tally, fund.denomination()),
                breaches(),
                flows(),
                projects(policy));
    }

    /** The figures with what it takes to go on from them. */
    Ground ground(AsOf asOf) {
        Set<ProjectId> admitted = new HashSet<>();
        Map<ProjectId, LocalDate> reported = new HashMap<>();
        tally.subjects(Subject.Kind.PROJECT)
                .forEach(n -> {
                    ProjectId id = new ProjectId(tally.subject(n).name());
                    if (tally.count(n, Measure.ADMITTED) > 0) {
                        admitted.add(id);
                    }
                    tally.lastDay(n, Measure.REPORTED).ifPresent(day -> reported.put(id, day));
                });
        Map<PolicyItem, LocalDate> settled = new EnumMap<>(PolicyItem.class);
        tally.subjects(Subject.Kind.POLICY)
                .forEach(n ->
                        tally.lastDay(n, Measure.SETTLED)
                                .ifPresent(day ->
                                        settled.put(
                                                PolicyItem.valueOf(tally.subject(n).name()), day)));
        return new Ground(figures(asOf), admitted, reported, settled);
    }

    private long ofFund(Account.Kind kind) {
        return tally.subjects(Subject.Kind.FUND)
                .mapToLong(n ->
                        Measure.of(kind).stream()
                                .mapToLong(m -> tally.sum(n, m))
                                .reduce(0, Math::addExact))
                .sum();
    }

    private int breaches() {
        return tally.subjects(Subject.Kind.FUND)
                .map(n -> Math.toIntExact(tally.count(n, Measure.BREACHED)))
                .sum();
    }

    private int planVersion() {
        return tally.subjects(Subject.Kind.VERSION)
                .filter(n -> tally.count(n, Measure.ISSUED) > 0)
                .map(n -> Integer.parseInt(tally.subject(n).name()))
                .max()
                .orElse(0);
    }

    private Map<PolicyItem, BigDecimal> policy() {
        Map<PolicyItem, BigDecimal> policy = new EnumMap<>(PolicyItem.class);
        tally.subjects(Subject.Kind.POLICY)
                .forEach(n ->
                        tally.statement(n, Measure.SETTLED)
                                .ifPresent(value ->
                                        policy.put(
                                                PolicyItem.valueOf(tally.subject(n).name()),
                                                new BigDecimal(value))));
        return policy;
    }

    private Map<String, OtherFlow> flows() {
        Map<String, OtherFlow> flows = new HashMap<>();
        tally.subjects(Subject.Kind.FLOW)
                .filter(n -> tally.count(n, Measure.FLOWED) > 0)
                .forEach(n ->
                        flows.put(
                                tally.subject(n).name(),
                                new OtherFlow(
                                        Math.toIntExact(tally.count(n, Measure.FLOWED)),
                                        fund.money(tally.sum(n, Measure.FLOWED)))));
        return flows;
    }

    private List<ProjectFigures> projects(Map<PolicyItem, BigDecimal> policy) {
        boolean watchesPlan =
                policy.getOrDefault(PolicyItem.WATCH_PLAN, PolicyItem.WATCH_PLAN.initial()).signum()
                        > 0;
        return tally.subjects(Subject.Kind.PROJECT)
                .mapToObj(n -> new ProjectStatement(fund, tally, n))
                .filter(ProjectStatement::isEnrolled)
                .map(p ->
                        p.figures(
                                Objects.requireNonNull(profiles.get(p.id().value())), watchesPlan))
                .sorted(Comparator.comparing(ProjectFigures::id))
                .toList();
    }
}
