package org.aidledger.projections.findings;

import java.util.List;
import java.util.Optional;
import org.aidledger.indicator.FundFigures.FindingFigures;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.projections.tally.FundTally;
import org.aidledger.projections.tally.Measure;
import org.aidledger.projections.tally.Subject;

/** Counts the findings of a fund. */
public final class FindingCounts {

    /** What the index is told of a finding that was closed. */
    static final String CLOSED = "closed";

    /** And of one that was opened again. */
    static final String REOPENED = "reopened";

    private FindingCounts() {}

    private record Found(Money amount, boolean closed) {}

    /** The register of a fund, in sums. Amounts in another currency count zero. */
    public static FindingFigures of(FundTally tally, Denomination denomination) {
        List<Found> found =
                tally.subjects(Subject.Kind.FINDING)
                        .mapToObj(n ->
                                tally.statement(n, Measure.RAISED)
                                        .map(amount ->
                                                new Found(
                                                        Money.parse(amount),
                                                        tally.statement(n, Measure.STAGED)
                                                                .filter(CLOSED::equals)
                                                                .isPresent())))
                        .flatMap(Optional::stream)
                        .toList();
        List<Found> closed = found.stream().filter(Found::closed).toList();
        return new FindingFigures(
                found.size(), closed.size(), sum(found, denomination), sum(closed, denomination));
    }

    private static Money sum(List<Found> found, Denomination denomination) {
        return found.stream()
                .map(f -> f.amount().in(denomination).orElse(denomination.zero()))
                .reduce(denomination.zero(), Money::plus);
    }
}
