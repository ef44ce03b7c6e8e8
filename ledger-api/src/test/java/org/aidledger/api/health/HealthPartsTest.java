package org.aidledger.api.health;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors.Entry;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Parts that hang keep nobody waiting, and are not asked again and again. */
class HealthPartsTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void allPartsAreAskedAtOnce() {
        CyclicBarrier together = new CyclicBarrier(2);
        HealthIndicator waits =
                () -> {
                    try {
                        together.await();
                        return Health.up().build();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                };
        HealthIndicator too = () -> waits.health();
        assertThat(ask(parts(Map.of("one", waits, "two", too), LONG)))
                .allSatisfy((_, found) -> assertThat(found.getStatus()).isEqualTo(Status.UP));
    }

    @Test
    void whatHangsIsDownAndAskedOnce() {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        HealthIndicator hangs =
                () -> {
                    var _ = asked.incrementAndGet();
                    await(end);
                    return Health.up().build();
                };
        HealthParts parts = parts(Map.of("db", hangs), Duration.ofSeconds(1));
        for (int probe = 0; probe < 3; probe++) {
            Health found = ask(parts, "db");
            assertThat(found.getStatus()).isEqualTo(Status.DOWN);
            assertThat(found.getDetails()).containsEntry("error", "no answer within 1 s");
        }
        assertThat(asked).hasValue(1);
        end.countDown();
    }

    @Test
    void theReasonOfBeforeIsSaidWhileItHangsAgain() {
        Semaphore mayEnd = new Semaphore(1);
        HealthIndicator events =
                () -> {
                    mayEnd.acquireUninterruptibly();
                    return Health.unknown().withDetail("error", "connection refused").build();
                };
        HealthParts parts = parts(Map.of("events", events), Duration.ofSeconds(1));
        assertThat(ask(parts, "events").getDetails()).doesNotContainKey("late");
        Health again = ask(parts, "events");
        assertThat(again.getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(again.getDetails())
                .containsEntry("error", "connection refused")
                .containsEntry("late", "no answer within 1 s");
        mayEnd.release();
    }

    @Test
    void oneThatNeverAnswersIsGivenUpAndAskedAnew() {
        AtomicInteger asked = new AtomicInteger();
        HealthIndicator lost =
                () -> {
                    if (asked.incrementAndGet() == 1) {
                        await(new CountDownLatch(1));
                    }
                    return Health.up().build();
                };
        HealthParts parts = parts(Map.of("db", lost), SHORT);
        Health found = ask(parts, "db");
        while (!found.getStatus().equals(Status.UP)) {
            found = ask(parts, "db");
        }
        assertThat(asked).hasValueGreaterThan(1);
    }

    @Test
    void oneThatBreaksIsDownWithTheReason() {
        HealthIndicator breaks =
                () -> {
                    throw new IllegalStateException("no such table");
                };
        HealthIndicator well = () -> Health.up().build();
        HealthParts parts = parts(Map.of("breaks", breaks, "well", well), LONG);
        assertThat(ask(parts, "breaks").getStatus()).isEqualTo(Status.DOWN);
        assertThat(ask(parts, "breaks").getDetails().toString()).contains("no such table");
        assertThat(ask(parts, "well").getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void onePartIsAskedWithoutTheOthers() {
        AtomicInteger others = new AtomicInteger();
        HealthIndicator other =
                () -> {
                    var _ = others.incrementAndGet();
                    return Health.up().build();
                };
        HealthIndicator well = () -> Health.up().build();
        HealthParts parts = parts(Map.of("well", well, "other", other), LONG);
        assertThat(health(parts.getContributor("well")).getStatus()).isEqualTo(Status.UP);
        assertThat(others).hasValue(0);
        assertThat(parts.getContributor("nobody")).isNull();
    }

    private static HealthParts parts(Map<String, HealthContributor> parts, Duration patience) {
        return new HealthParts(parts, patience);
    }

    private static Map<String, Health> ask(HealthParts parts) {
        return parts.stream().toList().stream()
                .collect(toMap(Entry::name, part -> health(part.contributor())));
    }

    private static Health ask(HealthParts parts, String name) {
        return Objects.requireNonNull(ask(parts).get(name));
    }

    private static Health health(@Nullable HealthContributor part) {
        return part instanceof HealthIndicator asked
                ? Objects.requireNonNull(asked.health())
                : Health.unknown().build();
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
