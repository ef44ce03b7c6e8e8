package org.aidledger.fund;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingEvent;
import org.junit.jupiter.api.Test;

/** The generator itself: repeatable, ordered, and reaching every kind of event. */
class HistoriesTest {

    @Test
    void sameSeedSameHistory() {
        assertThat(Histories.random(42, 200)).isEqualTo(Histories.random(42, 200));
        assertThat(Histories.random(42, 200)).isNotEqualTo(Histories.random(43, 200));
    }

    @Test
    void positionsHaveNoGapsAndInstantsNeverFall() {
        List<Recorded<LedgerEvent>> history = Histories.random(7, 300);

        assertThat(history).hasSizeGreaterThan(60);
        for (int i = 0; i < history.size(); i++) {
            assertThat(history.get(i).position()).isEqualTo(i);
        }
        assertThat(history).isSortedAccordingTo(Comparator.comparing(Recorded::recorded));
        assertThat(history.stream().map(Recorded::recorded).distinct())
                .hasSizeLessThan(history.size());
    }

    @Test
    void everyKindOfEventAndRefusalComesUp() {
        Set<Class<?>> met = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            HistoryRun run = Histories.run(seed, 150);
            run.recorded().forEach(r -> met.add(r.event().getClass()));
            run.steps().forEach(s -> s.refusal().ifPresent(r -> met.add(r.getClass())));
        }
        assertThat(met)
                .containsAll(leaves(FundEvent.class))
                .containsAll(leaves(FindingEvent.class));
        // Two are noted, never refused; a batch is no single command; overflow takes more money.
        Set<Class<?>> unreached = leaves(FundRejection.class);
        unreached.removeAll(met);
        unreached.removeAll(
                Set.of(
                        RuleBroken.StartedBeforeApproval.class,
                        RuleBroken.FiguresContradict.class,
                        RequestRefused.AmountTooLarge.class,
                        RequestRefused.BatchRefused.class));
        assertThat(unreached).isEmpty();
    }

    /** The records at the leaves of a sealed hierarchy. */
    static Set<Class<?>> leaves(Class<?> sealed) {
        return sealed.isSealed()
                ? Arrays.stream(sealed.getPermittedSubclasses())
                        .flatMap(c -> leaves(c).stream())
                        .collect(toSet())
                : Stream.of(sealed).collect(toSet());
    }
}
