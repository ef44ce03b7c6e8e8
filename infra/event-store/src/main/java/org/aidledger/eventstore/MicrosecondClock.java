package org.aidledger.eventstore;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of recorded instants: UTC in whole microseconds, which is what PostgreSQL keeps, and
 * never backwards while the process lives, even if somebody sets the machine's clock.
 */
final class MicrosecondClock extends Clock {

    private final Clock machine;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

    MicrosecondClock(Clock machine) {
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        Instant now = machine.instant().truncatedTo(ChronoUnit.MICROS);
        return latest.accumulateAndGet(now, (a, b) -> a.isAfter(b) ? a : b);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return machine.withZone(zone);
    }
}
