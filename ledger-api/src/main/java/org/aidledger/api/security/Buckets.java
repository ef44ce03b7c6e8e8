package org.aidledger.api.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.aidledger.event.Nodes;

/**
 * So much in so much time, for each of many. Several nodes share it evenly, since a load balancer
 * spreads what somebody asks: none has to tell another what it let through.
 */
final class Buckets {

    /** Past this, those who used nothing of late are forgotten. */
    private static final int MANY = 10_000;

    private final int capacity;
    private final Duration refill;
    private final Nodes nodes;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final AtomicInteger sharedBy = new AtomicInteger(1);

    /**
     * @param capacity of all nodes together; each gives one at least
     */
    Buckets(int capacity, Duration refill, Nodes nodes) {
        this.capacity = capacity;
        this.refill = refill;
        this.nodes = nodes;
    }

    /** Takes one; 0 if there was one, else the seconds until there is. */
    long take(String who) {
        ConsumptionProbe probe = bucket(who).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill());
    }

    /** Takes none; 0 if there is one, else the seconds until there is. */
    long look(String who) {
        shareAnew();
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

    /** When a node came or went, everybody begins with a full share. */
    private void shareAnew() {
        int now = nodes.count();
        if (sharedBy.getAndSet(now) != now) {
            buckets.clear();
        }
    }

    private int share() {
        return Math.max(1, capacity / sharedBy.get());
    }

    private Bucket bucket(String who) {
        shareAnew();
        Bucket known = buckets.get(who);
        if (known != null) {
            return known;
        }
        if (buckets.size() >= MANY) {
            buckets.values().removeIf(b -> b.getAvailableTokens() >= share());
        }
        return buckets.computeIfAbsent(
                who,
                _ ->
                        Bucket.builder()
                                .addLimit(limit ->
                                        limit.capacity(share()).refillGreedy(share(), refill))
                                .build());
    }
}
