package org.aidledger.api.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.aidledger.projections.status.ProcessorStatus;
import org.aidledger.projections.status.ReadSide;
import org.aidledger.proof.LogStatus;
import org.aidledger.proof.LogStatus.LastCheckpoint;
import org.aidledger.proof.TransparencyLog;

/**
 * How far the read side and the transparency log are. Where the database cannot be asked there is
 * no value, which monitoring tells from zero.
 */
final class LedgerMeters implements MeterBinder {

    private final Remembered<ProcessorStatus> readSide;
    private final Remembered<LogStatus> log;
    private final Clock clock;

    LedgerMeters(ReadSide readSide, TransparencyLog log, Clock clock) {
        this.readSide = new Remembered<>(readSide::status);
        this.log = new Remembered<>(log::status);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "events", "events stored", readSide, s -> s.head() + 1.0);
        gauge(
                registry,
                "processor.lag",
                "events not in the read tables yet",
                readSide,
                s -> s.lag());
        gauge(
                registry,
                "processor.up",
                "1 while the read side's processor works, 0 when it stands still",
                readSide,
                s -> s.running() && s.error().isEmpty() ? 1 : 0);
        gauge(registry, "log.lag", "events not hashed yet", log, s -> s.lag());
        gauge(
                registry,
                "log.unsigned",
                "events that no checkpoint speaks for yet",
                log,
                s -> s.unsigned());
        gauge(
                registry,
                "log.up",
                "1 while the transparency log signs, 0 when it has stopped",
                log,
                s -> s.alarm().isEmpty() ? 1 : 0);
        TimeGauge.builder(
                        "aidledger.log.checkpoint.age",
                        log,
                        TimeUnit.SECONDS,
                        l -> l.value(this::age))
                .description("time since the latest checkpoint")
                .register(registry);
    }

    private double age(LogStatus status) {
        return status.last()
                .map(LastCheckpoint::made)
                .map(made -> Duration.between(made, Instant.now(clock)).toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    private static <T> void gauge(
            MeterRegistry registry,
            String name,
            String description,
            Remembered<T> status,
            ToDoubleFunction<T> value) {
        Gauge.builder("aidledger." + name, status, s -> s.value(value))
                .description(description)
                .register(registry);
    }
}
