package org.aidledger.api.demo;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All funds of the demonstration. */
public final class Scenario {

    /** The seed with which the demonstration is shown. */
    public static final long SEED = 2024;

    private Scenario() {}

    /**
     * The commands in the order in which the ledger learned of them. The same seed gives the same
     * commands; the published totals hold under every seed.
     */
    public static List<Step> commands(long seed) {
        return Stream.of(
                        TachengFund.steps(seed),
                        QuzhouEarlierFund.steps(seed),
                        QuzhouFund.steps(seed),
                        TaizhouFund.steps(seed),
                        WushanFund.steps(seed),
                        AksuFund.steps(seed))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Step::recorded))
                .toList();
    }
}
