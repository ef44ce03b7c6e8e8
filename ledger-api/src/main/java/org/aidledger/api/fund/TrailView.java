package org.aidledger.api.fund;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aidledger.api.payee.PayeeNames.Shown;
import org.aidledger.event.DocumentRef;
import org.aidledger.money.Money;
import org.aidledger.projections.trail.TrailEntry;

/**
 * One event as an auditor reads it.
 *
 * @param amount the money it is about, in the currency of the view
 * @param detail the event's own components, as stored but for payees' names
 */
record TrailView(
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
        @JsonRawValue String detail) {

    /** The texts of an entry in which payees may stand. */
    static Stream<String> texts(TrailEntry e) {
        return Stream.of(e.summary(), e.detail());
    }

    static TrailView of(TrailEntry e, Shown names) {
        return new TrailView(
                e.position(),
                e.eventId(),
                e.stream(),
                e.sequence(),
                e.postingId(),
                e.type(),
                e.effective(),
                e.recorded(),
                e.actor(),
                e.approvedBy(),
                e.documents(),
                e.note(),
                e.projects(),
                e.amount(),
                e.reverses(),
                e.reversedBy(),
                e.basis(),
                e.finding(),
                e.batch(),
                names.text(e.summary()),
                names.json(e.detail()));
    }
}
