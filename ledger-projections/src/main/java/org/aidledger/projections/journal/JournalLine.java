package org.aidledger.projections.journal;

import java.time.Instant;
import java.time.LocalDate;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.posting.Movement;

/**
 * One line of the journal.
 *
 * @param position position of its event in the ledger
 * @param line place within the event, from 0
 * @param eventType stored name of the event
 * @param effective business date
 * @param recorded when the ledger learned of it
 * @param amount by how much the account rises; negative: falls
 * @param description what happened, as one sentence
 * @param note the voucher's remark, possibly empty
 */
public record JournalLine(
        long position,
        int line,
        String eventId,
        String postingId,
        String eventType,
        LocalDate effective,
        Instant recorded,
        Movement movement,
        Account account,
        Money amount,
        String description,
        String note) {

    /** The same line in other words. */
    public JournalLine described(String words) {
        return new JournalLine(
                position, line, eventId, postingId, eventType, effective, recorded, movement,
                account, amount, words, note);
    }
}
