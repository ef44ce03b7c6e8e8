package org.aidledger.api.demo;

import java.time.LocalDate;
import org.aidledger.event.PostingId;
import org.aidledger.fund.MoneyCommand.Reallocate;
import org.aidledger.fund.MoneyCommand.Reclaim;
import org.aidledger.fund.Portion;
import org.aidledger.fund.ReallocationBasis;
import org.aidledger.fund.ReclaimReason;

/** Writes reclaims of all that is unspent, after a decision, and reallocations of that money. */
final class Reclaims {

    private final FundBook book;
    private final Staff staff;

    Reclaims(FundBook book, Staff staff) {
        this.book = book;
        this.staff = staff;
    }

    /** Takes back all that is unspent (R15). */
    PostingId whole(LocalDate day, Site site, ReclaimReason reason, String decision) {
        return book.on(day, staff.cashier())
                .approvedBy(staff.director(), staff.province())
                .paper("会议纪要", decision)
                .post(v ->
                        new Reclaim(
                                book.fund(), v, site.id(), new Portion.Whole(), reason, decision));
    }

    void reallocate(LocalDate day, Site from, Site to, long wan, PostingId reclaim) {
        reallocate(day, from, to, wan, new ReallocationBasis.FromReclaim(reclaim));
    }

    void reallocate(LocalDate day, Site from, Site to, long wan, ReallocationBasis basis) {
        book.on(day, staff.planner())
                .approvedBy(staff.director(), staff.province())
                .paper("调剂使用通知", "调-%s-%s".formatted(from.id(), to.id()))
                .post(v -> new Reallocate(book.fund(), v, from.id(), to.id(), Wan.of(wan), basis));
    }
}
