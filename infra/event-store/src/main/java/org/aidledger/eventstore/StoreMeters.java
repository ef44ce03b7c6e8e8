package org.aidledger.eventstore;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.aidledger.eventstore.append.Appender;
import org.aidledger.eventstore.append.CommitListener;
import org.aidledger.eventstore.append.NewEvent;

/** Measures the commits of this node; what they store it passes on. */
final class StoreMeters implements CommitListener {

    private final CommitListener next;
    private final Timer commits;
    private final DistributionSummary events;

    StoreMeters(CommitListener next, MeterRegistry registry) {
        this.next = next;
        commits =
                Timer.builder("aidledger.commit")
                        .description("one durable commit of events")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofNanos(100_000))
                        .maximumExpectedValue(Duration.ofSeconds(10))
                        .register(registry);
        events =
                DistributionSummary.builder("aidledger.commit.events")
                        .description("events in one commit")
                        .register(registry);
    }

    @Override
    public void stored(long first, List<NewEvent> stored, long[] recordedMicros) {
        next.stored(first, stored, recordedMicros);
    }

    @Override
    public void took(int stored, long nanos) {
        commits.record(Duration.ofNanos(nanos));
        events.record(stored);
    }

    /** Measures what waits. */
    static void watch(Appender appender, MeterRegistry registry) {
        Gauge.builder("aidledger.append.waiting", appender, Appender::waiting)
                .description("events that wait for their commit")
                .register(registry);
    }
}
