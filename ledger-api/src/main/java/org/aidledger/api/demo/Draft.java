package org.aidledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.aidledger.event.Actor;
import org.aidledger.event.DocumentRef;
import org.aidledger.event.PostingId;
import org.aidledger.event.Voucher;
import org.aidledger.finding.FindingCommand;
import org.aidledger.fund.FundCommand;

/** A voucher being written; posted once it says who, when and on what papers. */
final class Draft {

    private final FundBook book;
    private final PostingId id;
    private final LocalDate effective;
    private final Actor actor;
    private final List<Actor> approvedBy = new ArrayList<>();
    private final List<DocumentRef> documents = new ArrayList<>();
    private LocalDate known;
    private String note = "";

    Draft(FundBook book, PostingId id, LocalDate effective, Actor actor) {
        this.book = book;
        this.id = id;
        this.effective = effective;
        this.known = effective;
        this.actor = actor;
    }

    Draft approvedBy(Actor... approvers) {
        approvedBy.addAll(List.of(approvers));
        return this;
    }

    Draft paper(String type, String number) {
        documents.add(new DocumentRef(type, number, ""));
        return this;
    }

    Draft note(String text) {
        note = text;
        return this;
    }

    /** The ledger learns of it on that day; without this, on the business date itself. */
    Draft known(LocalDate day) {
        known = day;
        return this;
    }

    PostingId post(Function<Voucher, ? extends FundCommand> command) {
        book.add(new Step.ToFund(instant(), command.apply(voucher())));
        return id;
    }

    void file(Function<Voucher, ? extends FindingCommand> command) {
        book.add(new Step.ToFinding(instant(), command.apply(voucher())));
    }

    private Voucher voucher() {
        return new Voucher(id, effective, actor, approvedBy, documents, note);
    }

    /** The fund's own time of day, so that a day's vouchers of one fund are one sitting. */
    private Instant instant() {
        LocalTime sitting = LocalTime.of(9, 0).plusMinutes(book.minute());
        return known.atTime(sitting).toInstant(ZoneOffset.UTC);
    }
}
