package org.aidledger.projections.why;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.event.AsOf;
import org.aidledger.event.EventLog;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.money.Money;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.budget.PlannedAmounts;
import org.aidledger.projections.journal.EventAmount;
import org.aidledger.projections.journal.JournalAmounts;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.trail.Trail;
import org.aidledger.projections.trail.TrailEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Explains figures. */
public final class Why {

    private final Reads reads;
    private final Budgets budgets;
    private final Trail trail;
    private final EventLog log;

    public Why(Reads reads, Budgets budgets, Trail trail, EventLog log) {
        this.reads = reads;
        this.budgets = budgets;
        this.trail = trail;
        this.log = log;
    }

    /**
     * The events behind a figure of a fund or of one of its projects; empty if the fund is unknown.
     *
     * @throws IllegalArgumentException if a project is named for a figure of the fund alone
     */
    public Optional<Explanation> of(
            FundId fund,
            Figure figure,
            Optional<ProjectId> project,
            AsOf asOf,
            Cursor after,
            int limit) {
        if (project.isPresent() && !figure.isPerProject()) {
            throw new IllegalArgumentException(
                    "figure " + figure + " is of the fund, not of project " + project.get());
        }
        return reads.ask(
                        Question.of(Right.TRAIL, fund, asOf),
                        jdbc ->
                                budgets.of(fund, asOf)
                                        .map(figures -> find(jdbc, figures, figure, project)))
                .map(behind -> explain(behind, after, limit));
    }

    /** What a question found: either amounts, or events that say them. */
    private record Behind(FundFigures figures, List<EventAmount> amounts, List<Long> works) {}

    private static Behind find(
            JdbcClient jdbc, FundFigures figures, Figure figure, Optional<ProjectId> project) {
        return new Behind(
                figures,
                amounts(jdbc, figures, figure, project),
                works(jdbc, figures, figure, project));
    }

    private Explanation explain(Behind behind, Cursor after, int limit) {
        FundFigures figures = behind.figures();
        List<EventAmount> all =
                behind.works().isEmpty() ? behind.amounts() : WorksAmounts.of(log, behind.works());
        List<EventAmount> rows =
                all.stream()
                        .filter(a -> a.position() > after.position())
                        .limit(limit + 1L)
                        .toList();
        Page<EventAmount> page = Page.of(rows, limit, a -> new Cursor(a.position(), 0));
        List<Long> positions = page.items().stream().map(EventAmount::position).toList();
        Map<Long, TrailEntry> entries =
                trail.at(figures.fund(), figures.asOf(), positions).entries().stream()
                        .collect(Collectors.toMap(TrailEntry::position, Function.identity()));
        return new Explanation(
                all.stream()
                        .map(a -> a.in(figures.denomination()))
                        .reduce(figures.denomination().zero(), Money::plus),
                all.size(),
                page.map(a ->
                        new Contribution(
                                Objects.requireNonNull(entries.get(a.position())),
                                a.in(figures.denomination()))));
    }

    private static List<EventAmount> amounts(
            JdbcClient jdbc, FundFigures figures, Figure figure, Optional<ProjectId> project) {
        FundId fund = figures.fund();
        AsOf asOf = figures.asOf();
        return switch (figure) {
            case PLANNED -> PlannedAmounts.planned(jdbc, figures, project);
            case INVESTMENT -> PlannedAmounts.investment(jdbc, figures, project);
            case AUTHORISED -> JournalAmounts.authorised(jdbc, fund, asOf);
            case RECEIVED -> JournalAmounts.received(jdbc, fund, asOf);
            case REMAINING -> JournalAmounts.remaining(jdbc, fund, asOf);
            case POOL -> JournalAmounts.pool(jdbc, fund, asOf);
            case ALLOCATED -> JournalAmounts.allocated(jdbc, fund, project, asOf);
            case DISBURSED -> JournalAmounts.disbursed(jdbc, fund, project, asOf);
            case PAID -> JournalAmounts.paid(jdbc, fund, project, asOf);
            case RECLAIMED -> JournalAmounts.reclaimed(jdbc, fund, project, asOf);
            case RECOVERED -> JournalAmounts.recovered(jdbc, fund, project, asOf);
            case REALLOCATED -> JournalAmounts.reallocated(jdbc, fund, project, asOf);
            case UNSPENT -> JournalAmounts.unspent(jdbc, fund, project, asOf);
            case HELD -> JournalAmounts.held(jdbc, fund, project, asOf);
            case IDLE -> JournalAmounts.unspentOf(jdbc, fund, idle(figures, project), asOf);
            case CONTRACTED, MATCHED, WORK_VALUE -> List.of();
        };
    }

    private static List<Long> works(
            JdbcClient jdbc, FundFigures figures, Figure figure, Optional<ProjectId> project) {
        FundId fund = figures.fund();
        AsOf asOf = figures.asOf();
        return switch (figure) {
            case CONTRACTED -> WorksAmounts.contracted(jdbc, fund, project, asOf);
            case MATCHED -> WorksAmounts.matched(jdbc, fund, project, asOf);
            case WORK_VALUE -> WorksAmounts.reported(jdbc, fund, project, asOf);
            case PLANNED,
                    INVESTMENT,
                    AUTHORISED,
                    RECEIVED,
                    REMAINING,
                    POOL,
                    ALLOCATED,
                    DISBURSED,
                    PAID,
                    RECLAIMED,
                    RECOVERED,
                    REALLOCATED,
                    UNSPENT,
                    HELD,
                    IDLE ->
                    List.of();
        };
    }

    /** The projects whose unspent money is idle. */
    private static Set<String> idle(FundFigures figures, Optional<ProjectId> project) {
        return figures.projects().stream()
                .filter(p -> project.isEmpty() || project.get().equals(p.id()))
                .filter(p ->
                        p.idle(figures.asOf().effective(), figures.idleAfterDays()).isPositive())
                .map(p -> p.id().value())
                .collect(Collectors.toSet());
    }
}
