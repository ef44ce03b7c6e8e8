package org.aidledger.api.pages.bulletins;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.api.pages.bulletins.Section.Column;
import org.aidledger.api.pages.bulletins.Section.Value;
import org.aidledger.api.pages.frame.AlertWords;
import org.aidledger.api.pages.frame.Cards;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.fund.FundId;
import org.aidledger.fund.PolicyItem;
import org.aidledger.indicator.Alerts;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.FundFigures.FindingFigures;
import org.aidledger.indicator.Indicator;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.indicator.Indicators;
import org.aidledger.money.Money;
import org.aidledger.snapshot.Ranking;
import org.aidledger.snapshot.SnapshotFigures;
import org.aidledger.snapshot.SnapshotKind;

/**
 * What a snapshot has to say, part by part: a monthly bulletin (月通报), a quarterly assessment
 * (季度考核), or just the figures. There is no number in it that the snapshot's data do not have, but
 * for differences of two of them.
 */
final class Bulletin {

    /** The rates of the league table, besides the one that ranks. */
    private static final List<Code> RATES =
            List.of(
                    Code.RECEIVED_RATE,
                    Code.EXECUTION_RATE,
                    Code.START_RATE,
                    Code.COMPLETION_RATE,
                    Code.INVESTMENT_COMPLETION,
                    Code.PROGRESS_PAYMENT_GAP);

    private static final int MOST_ALERTS = 200;

    private final Say say;
    private final SnapshotFigures figures;
    private final Optional<SnapshotFigures> last;
    private final Map<FundId, FundFigures> opening;

    private Bulletin(Say say, SnapshotFigures figures, Optional<SnapshotFigures> last) {
        this.say = say;
        this.figures = figures;
        this.last = last;
        this.opening = byId(figures.opening());
    }

    /**
     * The parts in order.
     *
     * @param last the bulletin of the same kind before this one, if there is one
     */
    static List<Section> sections(
            Say say, SnapshotFigures figures, Optional<SnapshotFigures> last) {
        Bulletin bulletin = new Bulletin(say, figures, last);
        return switch (figures.terms().kind()) {
            case FREE ->
                    List.of(
                            bulletin.sums(),
                            bulletin.rates(),
                            bulletin.ranking(),
                            bulletin.alerts(),
                            bulletin.findings());
            case MONTHLY_BULLETIN ->
                    List.of(
                            bulletin.sums(),
                            bulletin.rates(),
                            bulletin.ranking(),
                            bulletin.movement(),
                            bulletin.sinceLast(),
                            bulletin.alerts(),
                            bulletin.findings());
            case QUARTERLY_ASSESSMENT ->
                    List.of(
                            bulletin.targets(),
                            bulletin.ranking(),
                            bulletin.trend(),
                            bulletin.movement(),
                            bulletin.rates(),
                            bulletin.alerts(),
                            bulletin.findings());
        };
    }

    private static Map<FundId, FundFigures> byId(List<FundFigures> funds) {
        return funds.stream().collect(Collectors.toMap(FundFigures::fund, f -> f));
    }

    private Column fund() {
        return new Column(say.word("bulletin.fund"), false);
    }

    private Column money(String figure) {
        return new Column(say.word("figure." + figure), true);
    }

    private Column rate(Code code) {
        return new Column(say.name(code), true);
    }

    private static Value name(FundFigures f) {
        return Value.of(f.name()).madeOf(f.fund().value());
    }

    private Value money(Money amount) {
        return Value.of(say.money(amount), amount.value());
    }

    private Value rate(FundFigures f, Code code) {
        return indicator(f, code).map(this::rate).orElse(Value.of(Say.NONE));
    }

    private Value rate(Indicator i) {
        Value value =
                i.value()
                        .map(v -> Value.of(say.value(i), v))
                        .orElseGet(() -> Value.of(say.value(i)));
        return value.madeOf(Cards.made(say, i));
    }

    private static Optional<Indicator> indicator(FundFigures f, Code code) {
        return Indicators.of(f).stream().filter(i -> i.code() == code).findFirst();
    }

    private Section sums() {
        return new Section(
                say.word("bulletin.sums"),
                unit(),
                List.of(
                        fund(),
                        money("authorised"),
                        money("received"),
                        money("planned"),
                        money("allocated"),
                        money("disbursed"),
                        money("paid")),
                figures.closing().stream()
                        .map(f ->
                                List.of(
                                        name(f),
                                        money(f.authorised()),
                                        money(f.received()),
                                        money(f.totals().planned()),
                                        money(f.totals().allocated()),
                                        money(f.totals().disbursed()),
                                        money(f.totals().paid())))
                        .toList());
    }

    /** Amounts stand in one unit, said once; funds in another currency say theirs by themselves. */
    private String unit() {
        return say.word(
                "bulletin.unit",
                figures.closing().stream()
                        .map(f -> say.unitOf(f.denomination().currency()))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" / ")));
    }

    private Section rates() {
        List<Code> codes =
                Stream.concat(Stream.of(figures.terms().rankedBy()), RATES.stream())
                        .distinct()
                        .toList();
        return new Section(
                say.word("bulletin.rates"),
                say.word("bulletin.rates.note") + " " + unit(),
                Stream.concat(Stream.of(fund()), codes.stream().map(this::rate)).toList(),
                figures.closing().stream()
                        .map(f ->
                                Stream.concat(
                                                Stream.of(name(f)),
                                                codes.stream().map(c -> rate(f, c)))
                                        .toList())
                        .toList());
    }

    private Section ranking() {
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
                            name(place.fund()),
                            i.map(x -> part(x.numerator(), form)).orElse(Value.of(Say.NONE)),
                            i.map(x -> part(x.denominator(), form)).orElse(Value.of(Say.NONE)),
                            i.map(this::rate).orElse(Value.of(Say.NONE)).madeOf("")));
        }
        return new Section(
                say.word("bulletin.ranking", say.name(by)),
                say.word("basis." + by) + (say.isChinese() ? "。" : ". ") + unit(),
                List.of(
                        new Column(say.word("column.rank"), true),
                        fund(),
                        new Column(say.word("bulletin.numerator"), true),
                        new Column(say.word("bulletin.denominator"), true),
                        rate(by)),
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

    /** What the month or quarter brought, as known at the same instant. */
    private Section movement() {
        Code by = figures.terms().rankedBy();
        List<List<Value>> rows =
                figures.closing().stream()
                        .map(f ->
                                List.of(
                                        name(f),
                                        change(f, FundFigures::received),
                                        change(f, x -> x.totals().allocated()),
                                        change(f, x -> x.totals().disbursed()),
                                        change(f, x -> x.totals().paid()),
                                        change(f, x -> x.totals().reclaimed()),
                                        points(Optional.ofNullable(opening.get(f.fund())), f, by)))
                        .toList();
        LocalDate from = figures.points().getFirst().asOf();
        return new Section(
                say.word("bulletin.movement." + figures.terms().kind()),
                say.word("bulletin.movement.note", say.day(from), say.day(figures.terms().asOf()))
                        + " "
                        + unit(),
                List.of(
                        fund(),
                        money("received"),
                        money("allocated"),
                        money("disbursed"),
                        money("paid"),
                        money("reclaimed"),
                        new Column(say.word("bulletin.points", say.name(by)), true)),
                rows);
    }

    private Value change(FundFigures f, Function<FundFigures, Money> sum) {
        Money before =
                Optional.ofNullable(opening.get(f.fund())).map(sum).orElse(f.denomination().zero());
        Money difference = sum.apply(f).minus(before);
        return Value.of(
                (difference.isPositive() ? "+" : "") + say.money(difference), difference.value());
    }

    private Value points(Optional<FundFigures> before, FundFigures after, Code by) {
        Optional<BigDecimal> from = before.flatMap(b -> indicator(b, by)).flatMap(Indicator::value);
        Optional<BigDecimal> to = indicator(after, by).flatMap(Indicator::value);
        return from.flatMap(a -> to.map(b -> b.subtract(a)))
                .map(d -> Value.of(say.points(d), d))
                .orElse(Value.of(Say.NONE));
    }

    /** Against what was published last, with what was known then. */
    private Section sinceLast() {
        Code by = figures.terms().rankedBy();
        if (last.isEmpty()) {
            return new Section(
                    say.word("bulletin.last"),
                    say.word("bulletin.last.none"),
                    List.of(),
                    List.of());
        }
        Map<FundId, FundFigures> before = byId(last.get().closing());
        return new Section(
                say.word("bulletin.last"),
                say.word(
                        "bulletin.last.note",
                        say.day(last.get().terms().asOf()),
                        say.instant(last.get().terms().knownAt())),
                List.of(
                        fund(),
                        new Column(say.word("bulletin.then", say.name(by)), true),
                        new Column(say.word("bulletin.this", say.name(by)), true),
                        new Column(say.word("bulletin.difference"), true)),
                figures.closing().stream()
                        .map(f -> {
                            Optional<FundFigures> then = Optional.ofNullable(before.get(f.fund()));
                            return List.of(
                                    name(f),
                                    then.map(x -> rate(x, by)).orElse(Value.of(Say.NONE)),
                                    rate(f, by),
                                    points(then, f, by));
                        })
                        .toList());
    }

    /** Indicators against what the policy in force asks for. */
    private Section targets() {
        List<List<Value>> rows = new ArrayList<>();
        for (FundFigures f : figures.closing()) {
            BigDecimal floor = f.policy(PolicyItem.LIVELIHOOD_FLOOR_PERCENT);
            BigDecimal points = f.policy(PolicyItem.GAP_ALERT_POINTS);
            indicator(f, Code.LIVELIHOOD_OR_GRASSROOTS_SHARE)
                    .ifPresent(i ->
                            rows.add(
                                    target(
                                            f,
                                            i,
                                            "≥ " + floor.toPlainString() + "%",
                                            i.value().isPresent(),
                                            !i.isBelow(floor))));
            indicator(f, Code.PROGRESS_PAYMENT_GAP)
                    .ifPresent(i ->
                            rows.add(
                                    target(
                                            f,
                                            i,
                                            "≤ +" + points.toPlainString(),
                                            true,
                                            !i.isAbove(points))));
            indicator(f, Code.IDLE_SHARE)
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
                say.word("bulletin.targets.note") + " " + unit(),
                List.of(
                        fund(),
                        new Column(say.word("column.indicator"), false),
                        new Column(say.word("column.value"), true),
                        new Column(say.word("bulletin.target"), true),
                        new Column(say.word("bulletin.met"), false)),
                rows);
    }

    private List<Value> target(
            FundFigures f, Indicator i, String target, boolean known, boolean met) {
        return List.of(
                name(f),
                Value.of(say.name(i.code())).madeOf(say.word("basis." + i.code())),
                rate(i),
                Value.of(target),
                Value.of(known ? say.word(met ? "bulletin.met.yes" : "bulletin.met.no") : Say.NONE)
                        .warning(known && !met));
    }

    private Section trend() {
        List<Code> codes =
                Stream.of(
                                figures.terms().rankedBy(),
                                Code.EXECUTION_RATE,
                                Code.INVESTMENT_COMPLETION)
                        .distinct()
                        .toList();
        List<List<Value>> rows = new ArrayList<>();
        for (FundFigures f : figures.closing()) {
            for (Code code : codes) {
                List<Value> row = new ArrayList<>(List.of(name(f), Value.of(say.name(code))));
                for (SnapshotFigures.Point point : figures.points()) {
                    row.add(
                            Optional.ofNullable(byId(point.funds()).get(f.fund()))
                                    .map(x -> rate(x, code))
                                    .orElse(Value.of(Say.NONE)));
                }
                rows.add(row);
            }
        }
        List<Column> columns =
                new ArrayList<>(List.of(fund(), new Column(say.word("column.indicator"), false)));
        figures.points().forEach(p -> columns.add(new Column(say.date(p.asOf()), true)));
        return new Section(
                say.word("bulletin.trend"),
                say.word("bulletin.trend.note") + " " + unit(),
                columns,
                rows);
    }

    private Section alerts() {
        List<List<Value>> rows = new ArrayList<>();
        int all = 0;
        for (FundFigures f : figures.closing()) {
            for (var alert : Alerts.of(f)) {
                if (all++ < MOST_ALERTS) {
                    AlertWords.Line line = AlertWords.of(say, f, alert);
                    rows.add(
                            List.of(
                                    name(f),
                                    Value.of(line.title()).warning(true),
                                    Value.of(line.about().isEmpty() ? Say.NONE : line.about()),
                                    Value.of(line.text())));
                }
            }
        }
        String note =
                all == 0
                        ? say.word("bulletin.alerts.none")
                        : all > MOST_ALERTS
                                ? say.word("bulletin.alerts.more", MOST_ALERTS, all)
                                : say.word("bulletin.alerts.count", all);
        return new Section(
                say.word("bulletin.alerts"),
                note,
                List.of(
                        fund(),
                        new Column(say.word("column.alerts"), false),
                        new Column(say.word("column.name"), false),
                        new Column(say.word("bulletin.why"), false)),
                rows);
    }

    /** Findings: raised and closed, in all and in the month or quarter. */
    private Section findings() {
        boolean period = figures.terms().kind() != SnapshotKind.FREE;
        List<Column> columns =
                new ArrayList<>(
                        List.of(
                                fund(),
                                new Column(say.word("bulletin.raised"), true),
                                new Column(say.word("bulletin.closed"), true)));
        if (period) {
            columns.add(new Column(say.word("bulletin.raised.new"), true));
            columns.add(new Column(say.word("bulletin.closed.new"), true));
        }
        columns.add(rate(Code.RECTIFICATION_RATE));
        columns.add(rate(Code.RECTIFICATION_RATE_BY_AMOUNT));
        List<List<Value>> rows = new ArrayList<>();
        for (FundFigures f : figures.closing()) {
            FindingFigures now = f.findings();
            List<Value> row =
                    new ArrayList<>(List.of(name(f), count(now.raised()), count(now.closed())));
            if (period) {
                Optional<FindingFigures> before =
                        Optional.ofNullable(opening.get(f.fund())).map(FundFigures::findings);
                row.add(count(now.raised() - before.map(FindingFigures::raised).orElse(0)));
                row.add(count(now.closed() - before.map(FindingFigures::closed).orElse(0)));
            }
            row.add(rate(f, Code.RECTIFICATION_RATE));
            row.add(rate(f, Code.RECTIFICATION_RATE_BY_AMOUNT));
            rows.add(row);
        }
        return new Section(say.word("bulletin.findings"), "", columns, rows);
    }

    private Value count(int number) {
        return Value.of(say.count(number), BigDecimal.valueOf(number));
    }
}
