package org.aidledger.event;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A point on both time axes: what had happened by a business date, as far as the ledger knew by an
 * instant.
 *
 * @param effective last business date that counts
 * @param known last recorded instant that counts
 */
public record AsOf(LocalDate effective, Instant known) {

    /** Whether an event counts at this point. */
    public boolean includes(Recorded<? extends LedgerEvent> event) {
        return !event.event().voucher().effective().isAfter(effective)
                && !event.recorded().isAfter(known);
    }
}
