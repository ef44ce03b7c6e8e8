package org.aidledger.api.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** So much in so much time, for each of many. */
final class Buckets {

    /** Past this, those who used nothing of late are forgotten. */
    private static final int MANY = 10_000;

    private final int capacity;
    private final Duration refill;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    Buckets(int capacity, Duration refill) {
        this.capacity = capacity;
        this.refill = refill;
    }

    /** Takes one; 0 if there was one, else the seconds until there is. */
    long take(String who) {
        ConsumptionProbe probe = bucket(who).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill());
    }

    /** Takes none; 0 if there is one, else the seconds until there is. */
    long look(String who) {
        Bucket known = buckets.get(who);
        if (known == null) {
            return 0;
        }
        var probe = known.estimateAbilityToConsume(1);
        return probe.canBeConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill());
    }

    private static long seconds(long nanos) {
        return Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds());
    }

    private Bucket bucket(String who) {
        Bucket known = buckets.get(who);
        if (known != null) {
            return known;
        }
        if (buckets.size() >= MANY) {
            buckets.values().removeIf(b -> b.getAvailableTokens() >= capacity);
        }
        return buckets.computeIfAbsent(
                who,
                _ ->
                        Bucket.builder()
                                .addLimit(limit ->
                                        limit.capacity(capacity).refillGreedy(capacity, refill))
                                .build());
    }
}
