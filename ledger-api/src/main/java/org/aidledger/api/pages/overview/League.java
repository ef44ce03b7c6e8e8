package org.aidledger.api.pages.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.api.pages.frame.Cards;
import org.aidledger.api.pages.frame.Cards.Card;
import org.aidledger.api.pages.frame.Figure;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.indicator.Alert;
import org.aidledger.indicator.Alerts;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.indicator.Indicators;

/** Funds side by side, in the order of one indicator. */
final class League {

    private static final BigDecimal LOWEST = BigDecimal.valueOf(Long.MIN_VALUE);

    private League() {}

    /**
     * A fund among others.
     *
     * @param rank by the indicator chosen; empty where it has none
     * @param cards its indicators by code
     */
    record Line(
            FundFigures figures,
            String rank,
            String address,
            String unit,
            Figure authorised,
            Figure disbursed,
            Map<Code, Card> cards,
            List<Alert> alerts) {}

    /** The indicator that the address ranks by; the rate on the basis chosen if it names none. */
    static Code by(Visit visit, Code otherwise) {
        return Arrays.stream(Code.values())
                .filter(c -> c.name().equals(visit.here().get("by")))
                .findFirst()
                .orElse(otherwise);
    }

    private record Ranked(FundFigures fund, List<Indicator> indicators, Optional<BigDecimal> by) {}

    static List<Line> lines(Visit visit, List<FundFigures> funds, Code by) {
        List<Ranked> ranked = new ArrayList<>();
        for (FundFigures fund : funds) {
            List<Indicator> indicators = Indicators.of(fund);
            ranked.add(new Ranked(fund, indicators, value(indicators, by)));
        }
        ranked.sort(
                Comparator.comparing(
                        (Ranked r) -> r.by().orElse(LOWEST), Comparator.reverseOrder()));
        return ranked.stream().map(r -> line(visit, r, ranked)).toList();
    }

    static Optional<BigDecimal> value(List<Indicator> indicators, Code code) {
        return indicators.stream()
                .filter(i -> i.code() == code)
                .findFirst()
                .flatMap(Indicator::value);
    }

    private static Line line(Visit visit, Ranked r, List<Ranked> all) {
        FundFigures f = r.fund();
        List<Alert> alerts = Alerts.of(f);
        List<Alert> ofFund =
                alerts.stream().filter(a -> a.subject().equals(f.fund().value())).toList();
        Map<Code, Card> cards = new EnumMap<>(Code.class);
        Cards.of(visit.say(), r.indicators(), ofFund).forEach(c -> cards.put(c.code(), c));
        String id = f.fund().value();
        return new Line(
                f,
                r.by().map(v -> Integer.toString(rank(v, all))).orElse(""),
                visit.to("funds", id).toString(),
                visit.say().unitOf(f.denomination().currency()),
                Figure.of(
                        visit.say(),
                        f.authorised(),
                        visit.to("funds", id, "postings").with("figure", "authorised")),
                Figure.of(
                        visit.say(),
                        f.totals().disbursed(),
                        visit.to("funds", id, "postings").with("figure", "disbursed")),
                cards,
                alerts);
    }

    /** Equal values share a rank. */
    private static int rank(BigDecimal value, List<Ranked> all) {
        return 1
                + (int)
                        all.stream()
                                .flatMap(o -> o.by().stream())
                                .filter(o -> o.compareTo(value) > 0)
                                .count();
    }
}
