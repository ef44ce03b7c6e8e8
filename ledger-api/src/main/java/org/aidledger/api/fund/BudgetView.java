package org.aidledger.api.fund;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.aidledger.api.http.Columns;
import org.aidledger.api.http.Tabular;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.indicator.Totals;

/**
 * The budget statement of a fund: in total, per project, and by each way of grouping projects.
 * Flags overlap, so the groups under {@code byFlag} do not add up to the total.
 */
record BudgetView(
        @JsonUnwrapped Head head,
        Sums totals,
        List<ProjectView> projects,
        Map<String, Totals> byCategory,
        Map<String, Totals> byPlace,
        Map<String, Totals> byChannel,
        Map<String, Totals> byFlag)
        implements Tabular {

    /**
     * A row of the statement as a table.
     *
     * @param by {@code total}, {@code project}, {@code category}, {@code place}, {@code channel} or
     *     {@code flag}
     * @param key which of them
     */
    private record Row(String by, String key) {}

    private static final Columns<Row> ROW = Columns.of(Row.class);
    private static final Columns<Totals> TOTALS = Columns.of(Totals.class);

    static BudgetView of(FundFigures f) {
        return new BudgetView(
                Head.of(f),
                Sums.of(f),
                f.projects().stream().map(p -> ProjectView.of(f, p)).toList(),
                f.totalsBy(p -> p.profile().category()),
                f.totalsBy(p -> p.profile().place()),
                f.totalsBy(p -> p.profile().channel().name()),
                byFlag(f));
    }

    private static Map<String, Totals> byFlag(FundFigures f) {
        Map<String, Predicate<ProjectFigures>> flags = new LinkedHashMap<>();
        flags.put("livelihood", p -> p.profile().livelihood());
        flags.put("grassroots", p -> p.profile().grassroots());
        flags.put(
                "livelihoodOrGrassroots",
                p -> p.profile().livelihood() || p.profile().grassroots());
        flags.put("capital", p -> p.profile().capital());
        flags.put("enterprise", p -> p.profile().enterprise());
        flags.put("new", p -> p.profile().kind() == ProjectProfile.Kind.NEW);
        flags.put("carriedOver", p -> p.profile().kind() == ProjectProfile.Kind.CARRIED_OVER);
        flags.put("turnkey", p -> p.profile().delivery() == ProjectProfile.Delivery.TURNKEY);
        flags.put("cheque", p -> p.profile().delivery() == ProjectProfile.Delivery.CHEQUE);
        Map<String, Totals> totals = new LinkedHashMap<>();
        flags.forEach((name, flag) -> totals.put(name, totals(f, flag)));
        return totals;
    }

    private static Totals totals(FundFigures f, Predicate<ProjectFigures> which) {
        return Totals.of(
                f.projects().stream().filter(which).toList(),
                f.denomination(),
                f.asOf().effective(),
                f.idleAfterDays());
    }

    @Override
    public List<String> columns() {
        return Stream.of(Columns.of(Head.class).names(), ROW.names(), TOTALS.names())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Stream<List<?>> rows() {
        return Stream.of(
                        Stream.of(row("total", "", totals())),
                        projects.stream().map(p -> row("project", p.id().value(), p)),
                        rows("category", byCategory),
                        rows("place", byPlace),
                        rows("channel", byChannel),
                        rows("flag", byFlag))
                .flatMap(rows -> rows);
    }

    private Stream<List<?>> rows(String by, Map<String, Totals> groups) {
        return groups.entrySet().stream().map(e -> row(by, e.getKey(), e.getValue()));
    }

    private List<?> row(String by, String key, Sums s) {
        return row(
                by,
                key,
                new Totals(
                        s.projects(),
                        s.planned(),
                        s.investment(),
                        s.allocated(),
                        s.disbursed(),
                        s.paid(),
                        s.reclaimed(),
                        s.recovered(),
                        s.workValue(),
                        s.idle()));
    }

    private List<?> row(String by, String key, ProjectView p) {
        return row(
                by,
                key,
                new Totals(
                        1,
                        p.planned(),
                        p.investment(),
                        p.allocated(),
                        p.disbursed(),
                        p.paid(),
                        p.reclaimed(),
                        p.recovered(),
                        p.workValue(),
                        p.idle()));
    }

    private List<?> row(String by, String key, Totals totals) {
        return Stream.of(
                        Columns.of(Head.class).row().apply(head),
                        ROW.row().apply(new Row(by, key)),
                        TOTALS.row().apply(totals))
                .flatMap(List::stream)
                .toList();
    }
}
