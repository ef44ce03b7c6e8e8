package org.aidledger.api.health;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Asks one part of the health and waits only so long. What hangs is not asked again meanwhile:
 * probes would take one connection after the other from those who work.
 */
final class PatientCheck {

    private static final Executor THREADS = task -> Thread.ofVirtual().name("health").start(task);

    /** After so many times the patience nobody believes in an answer any more. */
    private static final int GIVEN_UP_AFTER = 10;

    private final HealthIndicator part;
    private final Duration patience;
    private CompletableFuture<Health> underWay =
            CompletableFuture.completedFuture(Health.up().build());
    private Health before = Health.up().build();

    PatientCheck(HealthIndicator part, Duration patience) {
        this.part = part;
        this.patience = patience;
    }

    /** What the part finds; where it takes too long, that it is down, with what is known of why. */
    synchronized CompletableFuture<Health> begin() {
        if (underWay.isDone()) {
            before = underWay.join();
            underWay = within(patience.multipliedBy(GIVEN_UP_AFTER), asked());
        }
        return within(patience, underWay.copy());
    }

    private CompletableFuture<Health> asked() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return Objects.requireNonNullElseGet(
                                part.health(), () -> Health.unknown().build());
                    } catch (RuntimeException e) {
                        return Health.down(e).build();
                    }
                },
                THREADS);
    }

    private CompletableFuture<Health> within(Duration time, CompletableFuture<Health> answer) {
        return answer.completeOnTimeout(late(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * The same trouble as before, if there was one: its reason says more than that time ran out.
     */
    private Health late() {
        String words = "no answer within " + patience.toSeconds() + " s";
        return before.getStatus().equals(Status.UP)
                ? Health.down().withDetail("error", words).build()
                : new Health.Builder(before.getStatus(), before.getDetails())
                        .withDetail("late", words)
                        .build();
    }
}
