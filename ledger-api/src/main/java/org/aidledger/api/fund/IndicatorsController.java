package org.aidledger.api.fund;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.Columns;
import org.aidledger.api.http.Listing;
import org.aidledger.api.http.Paging;
import org.aidledger.api.http.Tabular;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.Alert;
import org.aidledger.indicator.Alerts;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator;
import org.aidledger.indicator.Indicators;
import org.aidledger.projections.budget.Budgets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows indicators: of one fund, and of all funds side by side. */
@RestController
@Needs(Right.FIGURES)
class IndicatorsController {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    private final Budgets budgets;
    private final FundReading reading;

    IndicatorsController(Budgets budgets, FundReading reading) {
        this.budgets = budgets;
        this.reading = reading;
    }

    /** The indicators of a fund, and what in its figures needs a person. */
    record FundIndicators(
            @JsonUnwrapped Head head, List<IndicatorView> indicators, List<Alert> alerts)
            implements Tabular {

        static FundIndicators of(FundFigures f) {
            return new FundIndicators(
                    Head.of(f),
                    Indicators.of(f).stream().map(IndicatorView::of).toList(),
                    Alerts.of(f));
        }

        @Override
        public List<String> columns() {
            return Stream.concat(
                            Columns.of(Head.class).names().stream(),
                            Columns.of(IndicatorView.class).names().stream())
                    .toList();
        }

        @Override
        public Stream<List<?>> rows() {
            return indicators.stream()
                    .map(i ->
                            Stream.<Object>concat(
                                            Columns.of(Head.class).row().apply(head).stream(),
                                            Columns.of(IndicatorView.class).row().apply(i).stream())
                                    .toList());
        }
    }

    @GetMapping(
            path = "/api/v1/funds/{fund}/indicators",
            produces = {JSON, CSV})
    FundIndicators ofFund(@PathVariable FundId fund, AsOf asOf) {
        return FundIndicators.of(reading.figures(fund, asOf));
    }

    /**
     * A fund's place in the league table.
     *
     * @param rank by the indicator asked for; absent where it is n/a or none was asked for
     */
    record LeagueLine(
            FundId fund,
            String name,
            String currency,
            Optional<Integer> rank,
            List<IndicatorView> indicators) {

        private List<?> key() {
            return List.of(fund, name, currency, rank);
        }
    }

    /** The league table; as a table, each indicator of each fund is a row. */
    record League(@JsonUnwrapped Listing<FundsController.Dates, LeagueLine> lines)
            implements Tabular {

        private static final Columns<FundsController.Dates> DATES =
                Columns.of(FundsController.Dates.class);
        private static final Columns<IndicatorView> INDICATOR = Columns.of(IndicatorView.class);

        @Override
        public List<String> columns() {
            return Stream.of(
                            DATES.names(),
                            List.of("fund", "fundName", "currency", "rank"),
                            INDICATOR.names())
                    .flatMap(List::stream)
                    .toList();
        }

        @Override
        public Stream<List<?>> rows() {
            List<?> dates = DATES.row().apply(lines.head());
            return lines.all()
                    .get()
                    .flatMap(line ->
                            line.indicators().stream()
                                    .map(i ->
                                            Stream.of(dates, line.key(), INDICATOR.row().apply(i))
                                                    .<Object>flatMap(List::stream)
                                                    .toList()));
        }
    }

    /**
     * The league table.
     *
     * @param by the indicator to rank by, the highest first
     */
    @GetMapping(
            path = "/api/v1/indicators",
            produces = {JSON, CSV})
    League league(AsOf asOf, @RequestParam Optional<Indicator.Code> by, Paging paging) {
        return new League(
                Listing.ofWhole(
                        new FundsController.Dates(asOf.effective(), asOf.known()),
                        lines(asOf, by),
                        paging,
                        Columns.of(LeagueLine.class)));
    }

    private record Ranked(FundFigures fund, Optional<BigDecimal> value) {}

    private List<LeagueLine> lines(AsOf asOf, Optional<Indicator.Code> by) {
        Stream<Ranked> funds = budgets.all(asOf).stream().map(f -> new Ranked(f, value(f, by)));
        List<Ranked> ordered =
                by.isEmpty()
                        ? funds.toList()
                        : funds.sorted(
                                        Comparator.comparing(
                                                (Ranked r) -> r.value().orElse(LOWEST),
                                                Comparator.reverseOrder()))
                                .toList();
        return ordered.stream().map(r -> line(r, ordered)).toList();
    }

    /** Below every indicator: what is n/a comes last. */
    private static final BigDecimal LOWEST = BigDecimal.valueOf(Long.MIN_VALUE);

    private static Optional<BigDecimal> value(FundFigures f, Optional<Indicator.Code> by) {
        return by.flatMap(code ->
                Indicators.of(f).stream()
                        .filter(i -> i.code() == code)
                        .findFirst()
                        .flatMap(Indicator::value));
    }

    /** Equal values share a rank. */
    private static LeagueLine line(Ranked ranked, List<Ranked> all) {
        Optional<Integer> rank =
                ranked.value()
                        .map(value ->
                                1
                                        + (int)
                                                all.stream()
                                                        .flatMap(o -> o.value().stream())
                                                        .filter(o -> o.compareTo(value) > 0)
                                                        .count());
        FundFigures f = ranked.fund();
        return new LeagueLine(
                f.fund(),
                f.name(),
                f.denomination().currency(),
                rank,
                Indicators.of(f).stream().map(IndicatorView::of).toList());
    }
}
