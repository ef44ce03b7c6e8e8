package org.aidledger.api.pages.overview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.aidledger.api.pages.chart.Months;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.indicator.Indicators;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.life.Lives;
import org.springframework.stereotype.Component;

/** How funds came through the twelve months of their own years, so that they can be compared. */
@Component
class Years {

    private static final int MONTHS = 12;

    /** More than that many values are forgotten, and worked out again when they are asked for. */
    private static final int MOST_KEPT = 5_000;

    /**
     * What a value depends on.
     *
     * @param upTo position of the fund's last event that was known
     */
    private record Place(FundId fund, LocalDate end, long upTo, Code code) {}

    private final Budgets budgets;
    private final Lives lives;
    private final Map<Place, Optional<BigDecimal>> kept = new ConcurrentHashMap<>();

    Years(Budgets budgets, Lives lives) {
        this.budgets = budgets;
        this.lives = lives;
    }

    /**
     * An indicator over the months.
     *
     * @param picture as lines
     * @param rows the same as figures
     */
    record Trend(String picture, List<Row> rows) {}

    /** A fund's row of it. */
    record Row(String name, int year, List<String> values) {}

    Trend of(Visit visit, List<FundFigures> funds, Code code) {
        Say say = visit.say();
        List<Months.Line> lines = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (FundFigures fund : funds.stream().limit(Months.MOST).toList()) {
            long upTo = lives.hindsight(fund.fund(), visit.at()).lastPosition();
            List<Optional<BigDecimal>> values =
                    IntStream.rangeClosed(1, MONTHS)
                            .mapToObj(month -> at(visit, fund, month, upTo, code))
                            .toList();
            lines.add(
                    new Months.Line(
                            fund.name(),
                            values.stream().map(v -> v.map(BigDecimal::doubleValue)).toList()));
            rows.add(
                    new Row(
                            fund.name(),
                            fund.fiscalYear(),
                            values.stream()
                                    .map(v -> v.map(x -> say.number(x, 2)).orElse(Say.NONE))
                                    .toList()));
        }
        return new Trend(Months.of(lines, say.word("trend.label", say.name(code))), rows);
    }

    private Optional<BigDecimal> at(
            Visit visit, FundFigures fund, int month, long upTo, Code code) {
        LocalDate end = YearMonth.of(fund.fiscalYear(), month).atEndOfMonth();
        AsOf at = visit.at();
        if (end.isAfter(at.effective())) {
            return Optional.empty();
        }
        Place place = new Place(fund.fund(), end, upTo, code);
        Optional<Optional<BigDecimal>> before = Optional.ofNullable(kept.get(place));
        if (before.isPresent()) {
            return before.get();
        }
        Optional<BigDecimal> value =
                budgets.of(fund.fund(), new AsOf(end, at.known()))
                        .flatMap(f -> League.value(Indicators.of(f), code));
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(place, value);
        return value;
    }
}
