package org.aidledger.projections.tally;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the ledger records them: in microseconds, here since 1970. */
final class Micros {

    private Micros() {}

    static long of(Instant instant) {
        return Instant.EPOCH.until(instant, ChronoUnit.MICROS);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
