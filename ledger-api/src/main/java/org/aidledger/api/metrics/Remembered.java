package org.aidledger.api.metrics;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One status for all the gauges of one scrape, so that the database is asked once. */
final class Remembered<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Supplier<T> status;
    private final AtomicReference<Optional<Asked<T>>> last =
            new AtomicReference<>(Optional.empty());

    /**
     * An answer.
     *
     * @param status nothing where nobody answered
     */
    private record Asked<T>(long nanos, Optional<T> status) {

        boolean isFresh() {
            return System.nanoTime() - nanos < FRESH_NANOS;
        }
    }

    Remembered(Supplier<T> status) {
        this.status = status;
    }

    /** A figure of it, or no number where it cannot be had. */
    double value(ToDoubleFunction<T> figure) {
        Asked<T> asked = last.get().filter(Asked::isFresh).orElseGet(this::ask);
        return asked.status().map(figure::applyAsDouble).orElse(Double.NaN);
    }

    private Asked<T> ask() {
        Asked<T> asked = new Asked<>(System.nanoTime(), answer());
        last.set(Optional.of(asked));
        return asked;
    }

    private Optional<T> answer() {
        try {
            return Optional.of(status.get());
        } catch (RuntimeException e) {
            LOG.debug("There is nothing to measure just now", e);
            return Optional.empty();
        }
    }
}
