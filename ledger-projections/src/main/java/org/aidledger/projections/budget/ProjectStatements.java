package org.aidledger.projections.budget;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.PolicyItem;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.indicator.ProjectStatus;
import org.aidledger.projections.budget.FundRows.Opened;
import org.aidledger.projections.budget.ProjectRows.PlanRow;
import org.aidledger.projections.budget.ProjectRows.ProjectOfFund;
import org.aidledger.projections.budget.ProjectRows.WorksRow;
import org.aidledger.projections.journal.JournalSums;
import org.aidledger.projections.journal.JournalSums.OfProject;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts together the statement of every project of some funds. */
final class ProjectStatements {

    private final Map<FundId, List<ProjectId>> enrolled = new HashMap<>();
    private final Map<ProjectOfFund, ProjectProfile> profiles;
    private final Map<ProjectOfFund, PlanRow> plans;
    private final Map<ProjectOfFund, WorksRow> works;

    private ProjectStatements(
            Map<ProjectOfFund, ProjectProfile> profiles,
            Map<ProjectOfFund, PlanRow> plans,
            Map<ProjectOfFund, WorksRow> works) {
        this.profiles = profiles;
        this.plans = plans;
        this.works = works;
        profiles.keySet()
                .forEach(k ->
                        enrolled.computeIfAbsent(k.fund(), _ -> new ArrayList<>())
                                .add(k.project()));
    }

    static ProjectStatements read(JdbcClient jdbc, Collection<FundId> funds, AsOf asOf) {
        return new ProjectStatements(
                ProjectRows.enrolled(jdbc, funds, asOf),
                ProjectRows.plans(jdbc, funds, asOf),
                ProjectRows.works(jdbc, funds, asOf));
    }

    /** The statements of one fund's projects, in the order of their ids. */
    List<ProjectFigures> of(
            Opened fund, Map<PolicyItem, BigDecimal> policy, JournalSums.Sums money) {
        boolean watchesPlan =
                policy.getOrDefault(PolicyItem.WATCH_PLAN, PolicyItem.WATCH_PLAN.initial()).signum()
                        > 0;
        return enrolled.getOrDefault(fund.fund(), List.of()).stream()
                .sorted(Comparator.naturalOrder())
                .map(p ->
                        statement(
                                fund, new ProjectOfFund(fund.fund(), p), watchesPlan, money.of(p)))
                .toList();
    }

    private ProjectFigures statement(
            Opened fund, ProjectOfFund key, boolean watchesPlan, OfProject money) {
        PlanRow plan = plans.getOrDefault(key, PlanRow.NONE);
        WorksRow site = works.getOrDefault(key, WorksRow.NONE);
        boolean inPlan = plan.admitted() || !watchesPlan;
        return new ProjectFigures(
                key.project(),
                Objects.requireNonNull(profiles.get(key)),
                status(plan, site, inPlan),
                inPlan,
                site.frozen(),
                fund.money(plan.planned()),
                fund.money(plan.investment()),
                fund.money(money.allocated()),
                fund.money(money.disbursed()),
                fund.money(money.paid()),
                fund.money(money.reclaimed()),
                fund.money(money.recovered()),
                fund.money(money.reallocated()),
                fund.money(site.contracted()),
                fund.money(site.matched()),
                site.percent(),
                fund.money(site.workValue()),
                site.started(),
                site.completed(),
                site.accepted(),
                site.archived(),
                site.closed(),
                money.lastMovement());
    }

    /** The furthest milestone passed, or else what the plan says. */
    private static ProjectStatus status(PlanRow plan, WorksRow site, boolean inPlan) {
        return Stream.of(
                        site.closed().map(_ -> ProjectStatus.CLOSED),
                        site.archived().map(_ -> ProjectStatus.ARCHIVED),
                        site.accepted().map(_ -> ProjectStatus.ACCEPTED),
                        site.completed().map(_ -> ProjectStatus.COMPLETED),
                        site.started().map(_ -> ProjectStatus.STARTED))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() ->
                        inPlan
                                ? ProjectStatus.PLANNED
                                : switch (plan.outcome()) {
                                    case CANDIDATE -> ProjectStatus.CANDIDATE;
                                    case CANCELLED -> ProjectStatus.CANCELLED;
                                    case DEFERRED -> ProjectStatus.DEFERRED;
                                });
    }
}
