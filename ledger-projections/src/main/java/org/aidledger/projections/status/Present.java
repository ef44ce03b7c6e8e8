package org.aidledger.projections.status;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.aidledger.event.AsOf;

/**
 * What "now" means to who asks for figures as they are known now: everything that the read side
 * holds counts. That is the machine's time, or the latest recorded instant where that is later, as
 * it is after a clock was set back, or where another node's clock is ahead.
 */
public final class Present {

    private final Supplier<Instant> latestRecorded;
    private final Clock machine;

    /**
     * @param latestRecorded of all events in the read tables
     */
    public Present(Supplier<Instant> latestRecorded, Clock machine) {
        this.latestRecorded = latestRecorded;
        this.machine = machine;
    }

    /** Up to when all is known. */
    public Instant known() {
        Instant now = machine.instant();
        Instant latest = latestRecorded.get();
        return latest.isAfter(now) ? latest : now;
    }

    /** The machine's day, whatever was recorded. */
    public LocalDate today() {
        return LocalDate.now(machine);
    }

    /** Today, as it is known now. */
    public AsOf asOf() {
        return new AsOf(today(), known());
    }
}
