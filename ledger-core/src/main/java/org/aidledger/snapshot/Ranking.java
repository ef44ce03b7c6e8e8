package org.aidledger.snapshot;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator;
import org.aidledger.indicator.Indicators;

/** Funds in the order of one indicator, the highest first (比进度, R18). */
public final class Ranking {

    private static final BigDecimal LOWEST = BigDecimal.valueOf(Long.MIN_VALUE);

    private Ranking() {}

    /**
     * A fund's place.
     *
     * @param rank equal values share one; empty where the indicator is n/a, which comes last
     * @param indicator empty where the fund has none, as where a gap lacks one of its sides
     */
    public record Place(FundFigures fund, Optional<Integer> rank, Optional<Indicator> indicator) {

        public FundId id() {
            return fund.fund();
        }
    }

    private record Valued(
            FundFigures fund, Optional<Indicator> indicator, Optional<BigDecimal> value) {}

    /** The places of funds by an indicator; those of equal rank in the order of their ids. */
    public static List<Place> of(List<FundFigures> funds, Indicator.Code by) {
        List<Valued> valued = funds.stream().map(f -> valued(f, by)).toList();
        return valued.stream()
                .sorted(
                        Comparator.comparing(
                                        (Valued v) -> v.value().orElse(LOWEST),
                                        Comparator.reverseOrder())
                                .thenComparing(v -> v.fund().fund().value()))
                .map(v -> new Place(v.fund(), v.value().map(x -> rank(x, valued)), v.indicator()))
                .toList();
    }

    private static Valued valued(FundFigures fund, Indicator.Code by) {
        Optional<Indicator> found =
                Indicators.of(fund).stream().filter(i -> i.code() == by).findFirst();
        return new Valued(fund, found, found.flatMap(Indicator::value));
    }

    private static int rank(BigDecimal value, List<Valued> all) {
        return 1
                + (int)
                        all.stream()
                                .flatMap(o -> o.value().stream())
                                .filter(o -> o.compareTo(value) > 0)
                                .count();
    }
}
