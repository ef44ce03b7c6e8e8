package org.aidledger.api.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.posting.Entry;

/**
 * One posting with its journal lines, as an export shows it.
 *
 * @param effective business date
 * @param recorded when the ledger learned of it
 * @param postingId the client's identity of the request
 * @param eventId the store's identity of the event
 * @param description what happened, in words
 * @param entries the lines; they sum to zero in each book
 */
record Transaction(
        LocalDate effective,
        Instant recorded,
        String postingId,
        String eventId,
        String description,
        List<Entry> entries) {

    Transaction {
        entries = List.copyOf(entries);
    }
}
