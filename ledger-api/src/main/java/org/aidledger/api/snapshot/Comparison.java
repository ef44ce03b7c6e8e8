package org.aidledger.api.snapshot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator;
import org.aidledger.indicator.Indicators;
import org.aidledger.money.Money;
import org.aidledger.snapshot.SnapshotDigest;
import org.aidledger.snapshot.SnapshotFigures;
import org.aidledger.snapshot.SnapshotId;
import org.aidledger.snapshot.SnapshotTerms;

/**
 * Two snapshots side by side, each at its cut-off date.
 *
 * @param funds every fund that either has
 */
public record Comparison(Side from, Side to, List<FundLine> funds) {

    /** One of the two; its figures have this digest, and had that one when they were frozen. */
    public record Side(SnapshotId snapshot, SnapshotDigest frozen, SnapshotDigest made) {}

    /**
     * A fund in both, or in one of them.
     *
     * @param changes path of the question which events lie between
     */
    public record FundLine(
            FundId fund,
            String name,
            String currency,
            List<SumLine> sums,
            List<RateLine> indicators,
            String changes) {}

    /** A sum in major units; absent on a side that does not have the fund. */
    public record SumLine(
            String sum,
            Optional<BigDecimal> from,
            Optional<BigDecimal> to,
            Optional<BigDecimal> difference) {}

    /** An indicator, never without what it is made of; the difference is one of points. */
    public record RateLine(
            Indicator.Code code,
            Optional<Indicator> from,
            Optional<Indicator> to,
            Optional<BigDecimal> difference) {}

    /** The sums that are compared, by their names in the data. */
    private static final Map<String, Function<FundFigures, Money>> SUMS = sums();

    private static Map<String, Function<FundFigures, Money>> sums() {
        Map<String, Function<FundFigures, Money>> sums = new LinkedHashMap<>();
        sums.put("authorised", FundFigures::authorised);
        sums.put("received", FundFigures::received);
        sums.put("planned", f -> f.totals().planned());
        sums.put("allocated", f -> f.totals().allocated());
        sums.put("disbursed", f -> f.totals().disbursed());
        sums.put("paid", f -> f.totals().paid());
        sums.put("reclaimed", f -> f.totals().reclaimed());
        sums.put("recovered", f -> f.totals().recovered());
        sums.put("workValue", f -> f.totals().workValue());
        sums.put("idle", f -> f.totals().idle());
        return sums;
    }

    static Comparison of(Side from, SnapshotFigures a, Side to, SnapshotFigures b) {
        return new Comparison(from, to, lines(a.terms(), a.closing(), b.terms(), b.closing()));
    }

    /** The figures of some funds at two points in time. */
    public static List<FundLine> lines(
            SnapshotTerms from, List<FundFigures> a, SnapshotTerms to, List<FundFigures> b) {
        Map<FundId, FundFigures> before = byId(a);
        Map<FundId, FundFigures> after = byId(b);
        Map<String, FundId> ids = new TreeMap<>();
        Stream.concat(a.stream(), b.stream()).forEach(f -> ids.put(f.fund().value(), f.fund()));
        AsOf start = new AsOf(from.asOf(), from.knownAt());
        AsOf end = new AsOf(to.asOf(), to.knownAt());
        return ids.values().stream()
                .map(id ->
                        line(
                                Optional.ofNullable(before.get(id)),
                                Optional.ofNullable(after.get(id)),
                                "/api/v1/funds/%s/changes?from=%s&to=%s"
                                        .formatted(id, written(start), written(end))))
                .toList();
    }

    private static Map<FundId, FundFigures> byId(List<FundFigures> funds) {
        return funds.stream().collect(Collectors.toMap(FundFigures::fund, f -> f));
    }

    private static String written(AsOf at) {
        return at.effective() + "@" + at.known();
    }

    private static FundLine line(
            Optional<FundFigures> from, Optional<FundFigures> to, String changes) {
        FundFigures either = to.or(() -> from).orElseThrow();
        List<SumLine> sums = new ArrayList<>();
        SUMS.forEach((name, sum) -> {
            Optional<BigDecimal> a = from.map(f -> sum.apply(f).value());
            Optional<BigDecimal> b = to.map(f -> sum.apply(f).value());
            sums.add(new SumLine(name, a, b, difference(a, b)));
        });
        Map<Indicator.Code, Indicator> before = indicators(from);
        Map<Indicator.Code, Indicator> after = indicators(to);
        List<RateLine> rates = new ArrayList<>();
        for (Indicator.Code code : Indicator.Code.values()) {
            Optional<Indicator> a = Optional.ofNullable(before.get(code));
            Optional<Indicator> b = Optional.ofNullable(after.get(code));
            if (a.isPresent() || b.isPresent()) {
                rates.add(
                        new RateLine(
                                code,
                                a,
                                b,
                                difference(
                                        a.flatMap(Indicator::value), b.flatMap(Indicator::value))));
            }
        }
        return new FundLine(
                either.fund(),
                either.name(),
                either.denomination().currency(),
                sums,
                rates,
                changes);
    }

    private static Map<Indicator.Code, Indicator> indicators(Optional<FundFigures> figures) {
        return figures.map(Indicators::of).orElse(List.of()).stream()
                .collect(Collectors.toMap(Indicator::code, i -> i));
    }

    private static Optional<BigDecimal> difference(
            Optional<BigDecimal> from, Optional<BigDecimal> to) {
        return from.flatMap(a -> to.map(b -> b.subtract(a)));
    }
}
