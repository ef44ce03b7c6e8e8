package org.aidledger.api.security;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aidledger.access.KeptRead;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.api.access.LedgerGuard;
import org.aidledger.api.access.Needs;
import org.aidledger.api.access.ReadLog;
import org.aidledger.api.http.Columns;
import org.aidledger.api.http.Listing;
import org.aidledger.api.http.Paging;
import org.aidledger.fund.FundId;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what auditors and regulators asked, the newest first. */
@RestController
class ReadsController {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    private final ReadLog reads;
    private final LedgerGuard guard;

    ReadsController(ReadLog reads, LedgerGuard guard) {
        this.reads = reads;
        this.guard = guard;
    }

    /**
     * What the list is about.
     *
     * @param fund absent for all
     */
    record ReadsHead(Optional<FundId> fund) {}

    /**
     * A question.
     *
     * @param right the right that it took
     * @param fund about which; absent where it was about all that the reader may see
     * @param figure the address asked
     */
    record ReadView(
            Instant asked,
            String user,
            String actor,
            String right,
            Optional<String> fund,
            Optional<LocalDate> asOf,
            Optional<Instant> knownAt,
            String figure) {

        static ReadView of(KeptRead r) {
            return new ReadView(
                    r.asked(),
                    r.user(),
                    r.actor(),
                    r.right(),
                    r.fund(),
                    r.asOf(),
                    r.knownAt(),
                    r.figure());
        }
    }

    @Needs(Right.READS)
    @GetMapping(
            path = "/api/v1/funds/{fund}/reads",
            produces = {JSON, CSV})
    Listing<ReadsHead, ReadView> ofFund(@PathVariable FundId fund, Paging paging) {
        guard.require(Question.of(Right.READS, fund));
        return listing(Optional.of(fund), paging);
    }

    @Needs(Right.ACCOUNTS)
    @GetMapping(
            path = "/api/v1/reads",
            produces = {JSON, CSV})
    Listing<ReadsHead, ReadView> all(Paging paging) {
        return listing(Optional.empty(), paging);
    }

    private Listing<ReadsHead, ReadView> listing(Optional<FundId> fund, Paging paging) {
        return Listing.ofPages(
                new ReadsHead(fund),
                paging,
                after -> page(fund, after, paging.limit()),
                Columns.of(ReadView.class));
    }

    private Page<ReadView> page(Optional<FundId> fund, Cursor after, int limit) {
        Optional<Long> before = Optional.of(after.position()).filter(p -> p >= 0);
        List<KeptRead> found = reads.find(fund.map(FundId::value), before, limit + 1);
        Page<KeptRead> page = Page.of(found, limit, r -> new Cursor(r.number(), 0));
        return new Page<>(
                page.items().stream().filter(this::concernsCaller).map(ReadView::of).toList(),
                page.next());
    }

    private boolean concernsCaller(KeptRead read) {
        return read.fund().map(FundId::new).map(guard::sees).orElse(true);
    }
}
