package org.aidledger.event;

import java.time.LocalDate;
import java.util.List;

/**
 * What stands behind one command and each of its events (凭证): who, when it happened, on which
 * papers, on whose approval. When the ledger learned of it is the store's to say.
 *
 * @param postingId identity of the request, chosen by the client
 * @param effective business date, from {@link #EARLIEST} to {@link #LATEST}
 * @param actor who did it
 * @param approvedBy who approved it, empty where nobody had to
 * @param documents the papers, possibly none
 * @param note free remark, possibly empty
 */
public record Voucher(
        PostingId postingId,
        LocalDate effective,
        Actor actor,
        List<Actor> approvedBy,
        List<DocumentRef> documents,
        String note) {

    /** First business date that the ledger takes. */
    public static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);

    /** Last business date that the ledger takes. */
    public static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    public Voucher {
        requireDate("effective date", effective);
        approvedBy = List.copyOf(approvedBy);
        documents = List.copyOf(documents);
        note = Texts.optional("note", note, 2000);
    }

    /** A voucher without papers, approvals or remark. */
    public static Voucher of(String postingId, LocalDate effective, String actor) {
        return new Voucher(
                new PostingId(postingId), effective, new Actor(actor), List.of(), List.of(), "");
    }

    /**
     * Checks that a date lies within the ledger's range.
     *
     * @throws IllegalArgumentException if it does not
     */
    public static void requireDate(String what, LocalDate date) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw new IllegalArgumentException(
                    "%s must be from %s to %s, not %s".formatted(what, EARLIEST, LATEST, date));
        }
    }
}
