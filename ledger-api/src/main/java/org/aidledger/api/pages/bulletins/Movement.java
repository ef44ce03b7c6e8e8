package org.aidledger.api.pages.bulletins;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aidledger.api.pages.bulletins.Section.Column;
import org.aidledger.api.pages.bulletins.Section.Value;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.money.Money;
import org.aidledger.snapshot.SnapshotFigures;

/** What changed: in the month or quarter, since the last bulletin, from month end to month end. */
final class Movement {

    private final Say say;
    private final SnapshotFigures figures;
    private final Cells cells;
    private final Optional<SnapshotFigures> last;
    private final Map<FundId, FundFigures> opening;

    /**
     * @param last the bulletin of the same kind before this one, if there is one
     */
    Movement(Cells cells, Optional<SnapshotFigures> last) {
        this.say = cells.say();
        this.figures = cells.figures();
        this.cells = cells;
        this.last = last;
        this.opening = Cells.byId(figures.opening());
    }

    /** What the month or quarter brought, as known at the same instant. */
    Section movement() {
        Code by = figures.terms().rankedBy();
        List<List<Value>> rows =
                figures.closing().stream()
                        .map(f ->
                                List.of(
                                        Cells.name(f),
                                        change(f, FundFigures::received),
                                        change(f, x -> x.totals().allocated()),
                                        change(f, x -> x.totals().disbursed()),
                                        change(f, x -> x.totals().paid()),
                                        change(f, x -> x.totals().reclaimed()),
                                        cells.points(
                                                Optional.ofNullable(opening.get(f.fund())), f, by)))
                        .toList();
        LocalDate from = figures.points().getFirst().asOf();
        return new Section(
                say.word("bulletin.movement." + figures.terms().kind()),
                say.word("bulletin.movement.note", say.day(from), say.day(figures.terms().asOf()))
                        + " "
                        + cells.unit(),
                List.of(
                        cells.fund(),
                        cells.money("received"),
                        cells.money("allocated"),
                        cells.money("disbursed"),
                        cells.money("paid"),
                        cells.money("reclaimed"),
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

    /** Against what was published last, with what was known then. */
    Section sinceLast() {
        Code by = figures.terms().rankedBy();
        if (last.isEmpty()) {
            return new Section(
                    say.word("bulletin.last"),
                    say.word("bulletin.last.none"),
                    List.of(),
                    List.of());
        }
        Map<FundId, FundFigures> before = Cells.byId(last.get().closing());
        return new Section(
                say.word("bulletin.last"),
                say.word(
                        "bulletin.last.note",
                        say.day(last.get().terms().asOf()),
                        say.instant(last.get().terms().knownAt())),
                List.of(
                        cells.fund(),
                        new Column(say.word("bulletin.then", say.name(by)), true),
                        new Column(say.word("bulletin.this", say.name(by)), true),
                        new Column(say.word("bulletin.difference"), true)),
                figures.closing().stream()
                        .map(f -> {
                            Optional<FundFigures> then = Optional.ofNullable(before.get(f.fund()));
                            return List.of(
                                    Cells.name(f),
                                    then.map(x -> cells.rate(x, by)).orElse(Value.of(Say.NONE)),
                                    cells.rate(f, by),
                                    cells.points(then, f, by));
                        })
                        .toList());
    }

    Section trend() {
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
                List<Value> row = new ArrayList<>(List.of(Cells.name(f), Value.of(say.name(code))));
                for (SnapshotFigures.Point point : figures.points()) {
                    row.add(
                            Optional.ofNullable(Cells.byId(point.funds()).get(f.fund()))
                                    .map(x -> cells.rate(x, code))
                                    .orElse(Value.of(Say.NONE)));
                }
                rows.add(row);
            }
        }
        List<Column> columns =
                new ArrayList<>(
                        List.of(cells.fund(), new Column(say.word("column.indicator"), false)));
        figures.points().forEach(p -> columns.add(new Column(say.date(p.asOf()), true)));
        return new Section(
                say.word("bulletin.trend"),
                say.word("bulletin.trend.note") + " " + cells.unit(),
                columns,
                rows);
    }
}
