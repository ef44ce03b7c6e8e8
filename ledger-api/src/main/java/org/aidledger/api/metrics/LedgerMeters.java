package org.aidledger.api.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.aidledger.projections.reading.Replica;
import org.aidledger.projections.reading.ReplicaStatus;
import org.aidledger.projections.status.ProcessorStatus;
import org.aidledger.projections.status.ReadSide;
import org.aidledger.proof.LogStatus;
import org.aidledger.proof.LogStatus.LastCheckpoint;
import org.aidledger.proof.TransparencyLog;

/**
 * How far the read side, its replica and the transparency log are. Where the database cannot be
 * asked there is no value, which monitoring tells from zero.
 */
final class LedgerMeters implements MeterBinder {

    private final Remembered<ProcessorStatus> readSide;
    private final Remembered<LogStatus> log;
    private final Optional<Replica> replica;
    private final Remembered<ReplicaStatus> replicaStatus;
    private final Clock clock;

    LedgerMeters(ReadSide readSide, TransparencyLog log, Optional<Replica> replica, Clock clock) {
        this.replica = replica;
        this.replicaStatus = new Remembered<>(() -> replica.orElseThrow().status());
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
        bindReplica(registry);
        TimeGauge.builder(
                        "aidledger.log.checkpoint.age",
                        log,
                        TimeUnit.SECONDS,
                        l -> l.value(this::age))
                .description("time since the latest checkpoint")
                .register(registry);
    }

    /** Without a replica there are no values. */
    private void bindReplica(MeterRegistry registry) {
        gauge(
                registry,
                "replica.up",
                "1 while the replica answers questions, 0 while the primary does in its place",
                replicaStatus,
                s -> s.trouble().isEmpty() ? 1 : 0);
        gauge(
                registry,
                "replica.lag",
                "events in the primary's read tables and not in the replica's",
                replicaStatus,
                s -> s.lag().isPresent() ? s.lag().getAsLong() : Double.NaN);
        TimeGauge.builder(
                        "aidledger.replica.behind",
                        replicaStatus,
                        TimeUnit.SECONDS,
                        s -> s.value(ReplicaStatus::seconds))
                .description("how old the replica's figures are")
                .register(registry);
        counter(registry, "replica", Replica::answered);
        counter(registry, "primary", Replica::passedOn);
    }

    private void counter(MeterRegistry registry, String by, ToDoubleFunction<Replica> value) {
        FunctionCounter.builder(
                        "aidledger.replica.questions",
                        this,
                        meters -> meters.replica.map(value::applyAsDouble).orElse(0.0))
                .description("questions that a replica may answer, by who did")
                .tag("by", by)
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
