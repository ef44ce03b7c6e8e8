package org.aidledger.projections.why;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.budget.PlannedAmounts;
import org.aidledger.projections.journal.EventAmount;
import org.aidledger.projections.journal.JournalAmounts;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.trail.FoundEvents;
import org.aidledger.projections.trail.Trail;
import org.aidledger.projections.trail.TrailEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Explains figures. */
public final class Why {

    private final Reads reads;
    private final Budgets budgets;
    private final Trail trail;

    public Why(Reads reads, Budgets budgets, Trail trail) {
        this.reads = reads;
        this.budgets = budgets;
        this.trail = trail;
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
                                        .map(figures ->
                                                find(jdbc, figures, figure, project, after, limit)))
                .map(Why::explain);
    }

    private record Behind(
            FundFigures figures,
            Figure figure,
            Optional<ProjectId> project,
            List<EventAmount> all,
            Page<EventAmount> page,
            FoundEvents events) {}

    private Behind find(
            JdbcClient jdbc,
            FundFigures figures,
            Figure figure,
            Optional<ProjectId> project,
            Cursor after,
            int limit) {
        List<EventAmount> behind = behind(jdbc, figures, figure, project);
        List<EventAmount> rows =
                behind.stream()
                        .filter(a -> a.position() > after.position())
                        .limit(limit + 1L)
                        .toList();
        Page<EventAmount> page = Page.of(rows, limit, a -> new Cursor(a.position(), 0));
        List<Long> positions = page.items().stream().map(EventAmount::position).toList();
        return new Behind(
                figures,
                figure,
                project,
                behind,
                page,
                trail.at(figures.fund(), figures.asOf(), positions));
    }

    private static Explanation explain(Behind behind) {
        FundFigures figures = behind.figures();
        Map<Long, TrailEntry> entries =
                behind.events().entries().stream()
                        .collect(Collectors.toMap(TrailEntry::position, Function.identity()));
        return new Explanation(
                figures.fund(),
                figures.asOf(),
                behind.figure(),
                behind.project(),
                behind.all().stream()
                        .map(a -> a.in(figures.denomination()))
                        .reduce(figures.denomination().zero(), org.aidledger.money.Money::plus),
                behind.all().size(),
                behind.page()
                        .map(a ->
                                new Contribution(
                                        Objects.requireNonNull(entries.get(a.position())),
                                        a.in(figures.denomination()))));
    }

    private static List<EventAmount> behind(
            JdbcClient jdbc, FundFigures figures, Figure figure, Optional<ProjectId> project) {
        FundId fund = figures.fund();
        AsOf asOf = figures.asOf();
        return switch (figure) {
            case PLANNED -> PlannedAmounts.of(jdbc, figures, project);
            case AUTHORISED -> JournalAmounts.authorised(jdbc, fund, asOf);
            case RECEIVED -> JournalAmounts.received(jdbc, fund, asOf);
            case ALLOCATED -> JournalAmounts.allocated(jdbc, fund, project, asOf);
            case DISBURSED -> JournalAmounts.disbursed(jdbc, fund, project, asOf);
            case PAID -> JournalAmounts.paid(jdbc, fund, project, asOf);
            case RECLAIMED -> JournalAmounts.reclaimed(jdbc, fund, project, asOf);
            case RECOVERED -> JournalAmounts.recovered(jdbc, fund, project, asOf);
        };
    }
}
