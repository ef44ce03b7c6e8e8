package org.aidledger.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Has contestants work in turn, so that what the machine does meanwhile befalls them all. */
final class Contest {

    private final List<Contestant> contestants;
    private final Options options;

    Contest(List<Contestant> contestants, Options options) {
        this.contestants = contestants.stream().filter(c -> options.wants(c.key())).toList();
        this.options = options;
    }

    /** The median of each, by key; one round before the first warms everything up. */
    Map<String, Rate> run(Consumer<String> progress) {
        Map<String, List<Rate>> rounds = new LinkedHashMap<>();
        for (int round = 0; round <= options.rounds(); round++) {
            for (Contestant contestant : contestants) {
                progress.accept(
                        round == 0
                                ? "warming up: " + contestant.what()
                                : "round %s of %s: %s"
                                        .formatted(round, options.rounds(), contestant.what()));
                Duration duration =
                        round == 0
                                ? options.warmUp().multipliedBy(contestant.warmUps())
                                : options.duration();
                Rate rate = contestant.run().once(duration);
                if (round > 0) {
                    rounds.computeIfAbsent(contestant.key(), _ -> new ArrayList<>()).add(rate);
                }
            }
        }
        Map<String, Rate> medians = new LinkedHashMap<>();
        rounds.forEach((key, rates) -> medians.put(key, Rate.median(rates)));
        return medians;
    }
}
