package org.aidledger.api.pages.bulletins;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aidledger.api.pages.bulletins.Section.Column;
import org.aidledger.api.pages.bulletins.Section.Value;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.fund.PolicyItem;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.snapshot.Ranking;
import org.aidledger.snapshot.SnapshotFigures;

/** Where the funds stand on the day: sums, rates, ranking, targets. */
final class Standing {

    /** The rates of the league table, besides the one that ranks. */
    private static final List<Code> RATES =
            List.of(
                    Code.RECEIVED_RATE,
                    Code.EXECUTION_RATE,
                    Code.START_RATE,
                    Code.COMPLETION_RATE,
                    Code.INVESTMENT_COMPLETION,
                    Code.PROGRESS_PAYMENT_GAP);

    private final Say say;
    private final SnapshotFigures figures;
    private final Cells cells;

    Standing(Cells cells) {
        this.say = cells.say();
        this.figures = cells.figures();
        this.cells = cells;
    }

    Section sums() {
        return new Section(
                say.word("bulletin.sums"),
                cells.unit(),
                List.of(
                        cells.fund(),
                        cells.money("authorised"),
                        cells.money("received"),
                        cells.money("planned"),
                        cells.money("allocated"),
                        cells.money("disbursed"),
                        cells.money("paid")),
                figures.closing().stream()
                        .map(f ->
                                List.of(
                                        Cells.name(f),
                                        cells.money(f.authorised()),
                                        cells.money(f.received()),
                                        cells.money(f.totals().planned()),
                                        cells.money(f.totals().allocated()),
                                        cells.money(f.totals().disbursed()),
                                        cells.money(f.totals().paid())))
                        .toList());
    }

    Section rates() {
        List<Code> codes =
                Stream.concat(Stream.of(figures.terms().rankedBy()), RATES.stream())
                        .distinct()
                        .toList();
        return new Section(
                say.word("bulletin.rates"),
                say.word("bulletin.rates.note") + " " + cells.unit(),
                Stream.concat(Stream.of(cells.fund()), codes.stream().map(cells::rate)).toList(),
                figures.closing().stream()
                        .map(f ->
                                Stream.concat(
                                                Stream.of(Cells.name(f)),
                                                codes.stream().map(c -> cells.rate(f, c)))
                                        .toList())
                        .toList());
    }

    Section ranking() {
        Code by = figures.terms().rankedBy();
        List<List<Value>> rows = new ArrayList<>();
        for (Ranking.Place place : Ranking.of(figures.closing(), by)) {
            Indicator.Form form = by.form();
            Optional<Indicator> i = place.indicator();
            rows.add(
                    List.of(
                            place.rank()
                                    .map(r -> Value.of(say.count(r), BigDecimal.valueOf(r)))
                                    .orElse(Value.of(Say.NONE)),
                            Cells.name(place.fund()),
                            i.map(x -> part(x.numerator(), form)).orElse(Value.of(Say.NONE)),
                            i.map(x -> part(x.denominator(), form)).orElse(Value.of(Say.NONE)),
                            i.map(cells::rate).orElse(Value.of(Say.NONE)).madeOf("")));
        }
        return new Section(
                say.word("bulletin.ranking", say.name(by)),
                say.word("basis." + by) + (say.isChinese() ? "。" : ". ") + cells.unit(),
                List.of(
                        new Column(say.word("column.rank"), true),
                        cells.fund(),
                        new Column(say.word("bulletin.numerator"), true),
                        new Column(say.word("bulletin.denominator"), true),
                        cells.rate(by)),
                rows);
    }

    private Value part(BigDecimal number, Indicator.Form form) {
        boolean count = number.stripTrailingZeros().scale() <= 0 && number.scale() <= 0;
        return Value.of(
                form == Indicator.Form.DIFFERENCE
                        ? say.number(number, 2)
                        : count ? say.number(number, 0) : say.amount(number),
                number);
    }

    /** Indicators against what the policy in force asks for. */
    Section targets() {
        List<List<Value>> rows = new ArrayList<>();
        for (FundFigures f : figures.closing()) {
            BigDecimal floor = f.policy(PolicyItem.LIVELIHOOD_FLOOR_PERCENT);
            BigDecimal points = f.policy(PolicyItem.GAP_ALERT_POINTS);
            Cells.indicator(f, Code.LIVELIHOOD_OR_GRASSROOTS_SHARE)
                    .ifPresent(i ->
                            rows.add(
                                    target(
                                            f,
                                            i,
                                            "≥ " + floor.toPlainString() + "%",
                                            i.value().isPresent(),
                                            !i.isBelow(floor))));
            Cells.indicator(f, Code.PROGRESS_PAYMENT_GAP)
                    .ifPresent(i ->
                            rows.add(
                                    target(
                                            f,
                                            i,
                                            "≤ +" + points.toPlainString(),
                                            true,
                                            !i.isAbove(points))));
            Cells.indicator(f, Code.IDLE_SHARE)
                    .ifPresent(i ->
                            rows.add(
                                    target(
                                            f,
                                            i,
                                            "0%",
                                            i.value().isPresent(),
                                            i.numerator().signum() == 0)));
        }
        return new Section(
                say.word("bulletin.targets"),
                say.word("bulletin.targets.note") + " " + cells.unit(),
                List.of(
                        cells.fund(),
                        new Column(say.word("column.indicator"), false),
                        new Column(say.word("column.value"), true),
                        new Column(say.word("bulletin.target"), true),
                        new Column(say.word("bulletin.met"), false)),
                rows);
    }

    private List<Value> target(
            FundFigures f, Indicator i, String target, boolean known, boolean met) {
        return List.of(
                Cells.name(f),
                Value.of(say.name(i.code())).madeOf(say.word("basis." + i.code())),
                cells.rate(i),
                Value.of(target),
                Value.of(known ? say.word(met ? "bulletin.met.yes" : "bulletin.met.no") : Say.NONE)
                        .warning(known && !met));
    }
}
