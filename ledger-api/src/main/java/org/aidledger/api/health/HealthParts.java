package org.aidledger.api.health;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.application.AvailabilityStateHealthIndicator;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorNameGenerator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors.Entry;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.PingHealthIndicator;
import org.springframework.boot.health.registry.DefaultHealthContributorRegistry;

/**
 * Asks all parts of the health at once and gives them the same few seconds, so that a probe is
 * answered in that time, whatever hangs. Parts that answer from memory are not among them: a probe
 * for liveness puts no question to the database.
 */
final class HealthParts extends DefaultHealthContributorRegistry {

    private final Map<HealthIndicator, PatientCheck> checks = new ConcurrentHashMap<>();
    private final Duration patience;

    /**
     * @param parts by the names of their beans
     * @param patience what all of them together may take
     */
    HealthParts(Map<String, HealthContributor> parts, Duration patience) {
        super(List.of(), HealthContributorNameGenerator.withoutStandardSuffixes().registrar(parts));
        this.patience = patience;
    }

    @Override
    public @Nullable HealthContributor getContributor(String name) {
        HealthContributor part = super.getContributor(name);
        return part == null ? null : new Round(List.of(new Entry(name, part))).inTime(part);
    }

    @Override
    public Stream<Entry> stream() {
        List<Entry> parts = super.stream().toList();
        Round round = new Round(parts);
        return parts.stream().map(part -> new Entry(part.name(), round.inTime(part.contributor())));
    }

    private PatientCheck check(HealthIndicator part) {
        return checks.computeIfAbsent(part, p -> new PatientCheck(p, patience));
    }

    /** What one answer is made of: the first part that is asked has the others begin, too. */
    private final class Round {

        private final List<HealthIndicator> parts;
        private final Map<HealthIndicator, CompletableFuture<Health>> begun = new HashMap<>();

        Round(List<Entry> parts) {
            this.parts =
                    parts.stream().flatMap(part -> mayHang(part.contributor()).stream()).toList();
        }

        HealthContributor inTime(HealthContributor part) {
            return mayHang(part)
                    .<HealthContributor>map(asked -> (HealthIndicator) () -> answer(asked))
                    .orElse(part);
        }

        private Health answer(HealthIndicator asked) {
            if (begun.isEmpty()) {
                parts.forEach(part -> begun.put(part, check(part).begin()));
            }
            return Objects.requireNonNull(begun.get(asked)).join();
        }

        private static Optional<HealthIndicator> mayHang(HealthContributor part) {
            return part instanceof HealthIndicator indicator
                            && !(part instanceof AvailabilityStateHealthIndicator)
                            && !(part instanceof PingHealthIndicator)
                    ? Optional.of(indicator)
                    : Optional.empty();
        }
    }
}
