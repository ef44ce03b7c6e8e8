package org.aidledger.projections.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aidledger.event.DocumentRef;
import org.aidledger.money.Money;

/**
 * One event as an auditor reads it.
 *
 * @param position place in the ledger
 * @param sequence place within its stream
 * @param stream the fund, or {@code finding:ID}
 * @param type stored name of the event
 * @param effective business date
 * @param recorded when the ledger learned of it
 * @param approvedBy who approved it, empty where nobody had to
 * @param projects the projects it touches
 * @param amount the money it is about, if any
 * @param reverses posting id of the posting that it reverses
 * @param reversedBy posting id of the reversal that counts at the point in time asked about
 * @param basis of a reallocation: {@code adjustment:ID} or {@code reclaim:POSTING-ID}
 * @param finding the finding it belongs to or answers
 * @param batch the batch of officers in force on the business date, if a hand-over names it
 * @param summary what happened, as one sentence
 * @param detail the event's own components as a JSON object
 */
public record TrailEntry(
        long position,
        String eventId,
        String stream,
        long sequence,
        String postingId,
        String type,
        LocalDate effective,
        Instant recorded,
        String actor,
        List<String> approvedBy,
        List<DocumentRef> documents,
        String note,
        List<String> projects,
        Optional<Money> amount,
        Optional<String> reverses,
        Optional<String> reversedBy,
        Optional<String> basis,
        Optional<String> finding,
        Optional<String> batch,
        String summary,
        String detail) {

    public TrailEntry {
        approvedBy = List.copyOf(approvedBy);
        documents = List.copyOf(documents);
        projects = List.copyOf(projects);
    }
}
