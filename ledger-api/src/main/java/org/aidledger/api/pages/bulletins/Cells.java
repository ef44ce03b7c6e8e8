package org.aidledger.api.pages.bulletins;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aidledger.api.pages.bulletins.Section.Column;
import org.aidledger.api.pages.bulletins.Section.Value;
import org.aidledger.api.pages.frame.Cards;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.indicator.Indicators;
import org.aidledger.money.Money;
import org.aidledger.snapshot.SnapshotFigures;

/**
 * Columns and values of a bulletin's parts, as its reader reads them.
 *
 * @param figures those of the snapshot
 */
record Cells(Say say, SnapshotFigures figures) {

    static Map<FundId, FundFigures> byId(List<FundFigures> funds) {
        return funds.stream().collect(Collectors.toMap(FundFigures::fund, f -> f));
    }

    Column fund() {
        return new Column(say.word("bulletin.fund"), false);
    }

    Column money(String figure) {
        return new Column(say.word("figure." + figure), true);
    }

    Column rate(Code code) {
        return new Column(say.name(code), true);
    }

    static Value name(FundFigures f) {
        return Value.of(f.name()).madeOf(f.fund().value());
    }

    Value money(Money amount) {
        return Value.of(say.money(amount), amount.value());
    }

    Value rate(FundFigures f, Code code) {
        return indicator(f, code).map(this::rate).orElse(Value.of(Say.NONE));
    }

    Value rate(Indicator i) {
        Value value =
                i.value()
                        .map(v -> Value.of(say.value(i), v))
                        .orElseGet(() -> Value.of(say.value(i)));
        return value.madeOf(Cards.made(say, i));
    }

    static Optional<Indicator> indicator(FundFigures f, Code code) {
        return Indicators.of(f).stream().filter(i -> i.code() == code).findFirst();
    }

    /** Amounts stand in one unit, said once; funds in another currency say theirs by themselves. */
    String unit() {
        return say.word(
                "bulletin.unit",
                figures.closing().stream()
                        .map(f -> say.unitOf(f.denomination().currency()))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" / ")));
    }

    Value points(Optional<FundFigures> before, FundFigures after, Code by) {
        Optional<BigDecimal> from = before.flatMap(b -> indicator(b, by)).flatMap(Indicator::value);
        Optional<BigDecimal> to = indicator(after, by).flatMap(Indicator::value);
        return from.flatMap(a -> to.map(b -> b.subtract(a)))
                .map(d -> Value.of(say.points(d), d))
                .orElse(Value.of(Say.NONE));
    }

    Value count(int number) {
        return Value.of(say.count(number), BigDecimal.valueOf(number));
    }
}
